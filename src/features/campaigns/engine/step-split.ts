// Moves a test of variants on when nobody but the winner's people waits: from sending to waiting, and to the winner.
import { publish } from '#events/publish.ts';
import { type CampaignRow, noteNextDue } from '#features/campaigns/campaigns.store.ts';
import type { CampaignCall } from '#features/campaigns/campaigns.types.ts';
import { changeSplitState, readVariants } from '#features/campaigns/campaigns-split.store.ts';
import { verdictOf } from '#features/campaigns/split-verdict.ts';
import { queuedOf } from '#features/sending/sending.ts';

/** True when the winner is known and there is more to do at once. */
export async function stepSplit(call: CampaignCall, campaign: CampaignRow): Promise<boolean> {
  const { split, split_state: state } = campaign;
  if (!split || state?.phase === 'decided') return state?.phase === 'decided';
  if (state?.phase !== 'waiting') {
    // The wait begins when the last message of the test has left.
    if ((await queuedOf(call, campaign.id)) > 0) return false;
    const decidesAt = new Date(call.now.getTime() + split.waitMinutes * 60_000);
    await changeSplitState(call, campaign.id, { phase: 'waiting', decidesAt: decidesAt.toISOString() });
    await noteNextDue(call, campaign, split.measure === 'by_hand' ? null : decidesAt);
    await publish(call, 'campaign.changed', campaign.id, { state: 'running' });
    return false;
  }
  if (split.measure === 'by_hand' || !state.decidesAt || new Date(state.decidesAt) > call.now) return false;
  const winner = verdictOf(split.measure, await readVariants(call, campaign.id)).leader;
  const decided = await changeSplitState(call, campaign.id, {
    ...state,
    phase: 'decided',
    winner,
    decidedBy: null,
    decidedAt: call.now.toISOString(),
  });
  await noteNextDue(call, campaign, null);
  if (decided) await publish(call, 'campaign.changed', campaign.id, { state: 'running' });
  return true;
}
