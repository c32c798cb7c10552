// Makes a campaign a draft again that was scheduled, or was paused before it began; its job finds nothing to do.

import type { campaignsContract } from '#features/campaigns/campaigns.contract.ts';
import { changeCourse } from '#features/campaigns/change-course.ts';
import { conflict } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';

export const unscheduleCampaign: Handler<typeof campaignsContract.unschedule> = (call, { id }) =>
  changeCourse(call, id, ['scheduled', 'paused'], 'unscheduled', async ({ started_at }) => {
    if (started_at)
      throw conflict('campaign_started', 'This campaign has begun: resume it, or cancel it and make a copy.');
    return { state: 'draft', scheduled_at: null, local_time: null };
  });
