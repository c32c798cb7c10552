// Moves a campaign from one state to another on somebody's wish, with a refusal in words where it cannot be.
import { publish } from '#events/publish.ts';
import { raise } from '#events/signals.ts';
import { conflict } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';
import type { Campaign, CampaignState } from './campaigns.contract.ts';
import { type CampaignRow, changeState, lockCampaign, type StateChange } from './campaigns.store.ts';
import { CAMPAIGN_SIGNAL } from './campaigns.types.ts';
import { describeCampaign } from './describe-campaign.ts';

/** Throws `campaign_<state>` when the campaign is in none of the states `from`. */
export async function changeCourse(
  call: Call,
  id: string,
  from: readonly CampaignState[],
  what: string,
  change: StateChange | ((campaign: CampaignRow) => Promise<StateChange>),
): Promise<Campaign> {
  const campaign = await lockCampaign(call, id);
  if (!from.includes(campaign.state))
    throw conflict(`campaign_${campaign.state}`, `A ${IN_WORDS[campaign.state]} campaign cannot be ${what}.`);
  const next = typeof change === 'function' ? await change(campaign) : change;
  await changeState(call, id, from, next);
  await publish(call, 'campaign.changed', id, { state: next.state });
  call.afterCommit(() => raise(call.services.db, CAMPAIGN_SIGNAL, [id]));
  return describeCampaign(call, id);
}

const IN_WORDS: Record<CampaignState, string> = {
  draft: 'draft',
  scheduled: 'scheduled',
  preparing: 'starting',
  running: 'running',
  paused: 'paused',
  completed: 'completed',
  cancelled: 'cancelled',
};
