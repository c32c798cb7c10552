// Resumes a paused campaign; one that never got its audience is prepared first.

import type { campaignsContract } from '#features/campaigns/campaigns.contract.ts';
import { changeCourse } from '#features/campaigns/change-course.ts';
import { prepareCampaignJob } from '#features/campaigns/jobs/prepare-campaign.job.ts';
import { assertReady } from '#features/campaigns/readiness.ts';
import { categoriesOf } from '#features/campaigns/variant-categories.ts';
import { allowResends } from '#features/sending/sending.ts';
import { enqueue } from '#jobs/jobs.ts';
import type { Handler } from '#operations/handle.ts';

export const resumeCampaign: Handler<typeof campaignsContract.resume> = (call, { id }) =>
  changeCourse(call, id, ['paused'], 'resumed', async (campaign) => {
    await assertReady(call, campaign);
    if (campaign.started_at) {
      await allowResends(call, id);
      return { state: 'running', settling: false, started_categories: categoriesOf(campaign) };
    }
    const payload = { workspaceId: call.workspaceId, campaignId: id };
    await enqueue(call.tx, prepareCampaignJob, payload, { key: `campaign ${id}` });
    return { state: 'preparing', started_categories: categoriesOf(campaign) };
  });
