// Makes a scheduled campaign a draft again; its job finds that it has nothing to do.

import type { campaignsContract } from '#features/campaigns/campaigns.contract.ts';
import { changeCourse } from '#features/campaigns/change-course.ts';
import type { Handler } from '#operations/handle.ts';

export const unscheduleCampaign: Handler<typeof campaignsContract.unschedule> = (call, { id }) =>
  changeCourse(call, id, ['scheduled'], 'unscheduled', {
    state: 'draft',
    scheduled_at: null,
    local_time: null,
  });
