// Chooses by hand which variant the others of the audience get.

import { publish } from '#events/publish.ts';
import { raise } from '#events/signals.ts';
import type { campaignsContract } from '#features/campaigns/campaigns.contract.ts';
import { lockCampaign } from '#features/campaigns/campaigns.store.ts';
import { CAMPAIGN_SIGNAL } from '#features/campaigns/campaigns.types.ts';
import { changeSplitState } from '#features/campaigns/campaigns-split.store.ts';
import { reportSplit } from '#features/campaigns/report-split.ts';
import { badInput, conflict } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';

export const chooseWinner: Handler<typeof campaignsContract.chooseWinner> = async (
  call,
  { id, position },
) => {
  const campaign = await lockCampaign(call, id);
  if (!campaign.split || !campaign.started_at)
    throw conflict('no_variants', 'This campaign has not started a test of variants.');
  if (campaign.state !== 'running' && campaign.state !== 'paused')
    throw conflict(
      `campaign_${campaign.state}`,
      'A winner can be chosen while the campaign runs or is paused.',
    );
  if (position > campaign.split.others.length + 1)
    throw badInput([{ path: 'position', message: 'There is no such variant' }]);
  const chosen = await changeSplitState(call, id, {
    ...campaign.split_state,
    phase: 'decided',
    winner: position,
    decidedBy: call.actor.name,
    decidedAt: call.now.toISOString(),
  });
  if (!chosen) throw conflict('winner_known', 'The winner is chosen already, and the others are getting it.');
  await publish(call, 'campaign.changed', id, { state: campaign.state });
  call.afterCommit(() => raise(call.services.db, CAMPAIGN_SIGNAL, [id]));
  return reportSplit(call, id);
};
