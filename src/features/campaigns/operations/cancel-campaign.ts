// Cancels a campaign for good.

import type { campaignsContract } from '#features/campaigns/campaigns.contract.ts';
import { changeCourse } from '#features/campaigns/change-course.ts';
import type { Handler } from '#operations/handle.ts';

export const cancelCampaign: Handler<typeof campaignsContract.cancel> = (call, { id }) =>
  changeCourse(call, id, ['scheduled', 'preparing', 'running', 'paused'], 'cancelled', {
    state: 'cancelled',
    completed_at: call.now,
    settling: true,
  });
