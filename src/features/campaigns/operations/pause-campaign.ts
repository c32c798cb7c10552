// Pauses a running campaign.

import type { campaignsContract } from '#features/campaigns/campaigns.contract.ts';
import { changeCourse } from '#features/campaigns/change-course.ts';
import type { Handler } from '#operations/handle.ts';

export const pauseCampaign: Handler<typeof campaignsContract.pause> = (call, { id }) => {
  const by = call.actor.kind === 'person' ? `Paused by ${call.actor.name}.` : 'Paused by hand.';
  return changeCourse(call, id, ['running'], 'paused', {
    state: 'paused',
    paused: { kind: 'by_person', text: by },
    settling: true,
  });
};
