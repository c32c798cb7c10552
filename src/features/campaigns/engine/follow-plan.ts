// Holds a planned campaign to its present wave.
import { type CampaignRow, noteNextDue } from '#features/campaigns/campaigns.store.ts';
import type { CampaignCall } from '#features/campaigns/campaigns.types.ts';
import { presentWave } from '#features/guardian/guardian.ts';

/** The wave and how many of it may still be handed over, or `later`, which the campaign then says. */
export async function turnOf(
  call: CampaignCall,
  campaign: CampaignRow,
): Promise<{ position: number; room: number } | 'later'> {
  if (campaign.next_due_at && campaign.next_due_at > call.now) return 'later';
  const turn = await presentWave(call, campaign.id);
  if (!('until' in turn)) return turn;
  await noteNextDue(call, campaign, turn.until);
  return 'later';
}
