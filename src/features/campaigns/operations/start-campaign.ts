// Starts a campaign now.

import type { campaignsContract } from '#features/campaigns/campaigns.contract.ts';
import { EDITABLE } from '#features/campaigns/campaigns.types.ts';
import { changeCourse } from '#features/campaigns/change-course.ts';
import { sendOf } from '#features/campaigns/guardian-send.ts';
import { prepareCampaignJob } from '#features/campaigns/jobs/prepare-campaign.job.ts';
import { assertReady } from '#features/campaigns/readiness.ts';
import { categoriesOf } from '#features/campaigns/variant-categories.ts';
import { clearForStart } from '#features/guardian/guardian.ts';
import { enqueue } from '#jobs/jobs.ts';
import type { Handler } from '#operations/handle.ts';

export const startCampaign: Handler<typeof campaignsContract.start> = (call, { id, reasons }) =>
  changeCourse(call, id, EDITABLE, 'started', async (campaign) => {
    await assertReady(call, campaign);
    await clearForStart(call, await sendOf(call, campaign), reasons);
    const payload = { workspaceId: call.workspaceId, campaignId: id };
    await enqueue(call.tx, prepareCampaignJob, payload, { key: `campaign ${id}` });
    return {
      state: 'preparing',
      scheduled_at: null,
      local_time: null,
      started_categories: categoriesOf(campaign),
    };
  });
