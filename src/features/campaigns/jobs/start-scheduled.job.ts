// Starts a scheduled campaign at its time.
import { z } from 'zod';
import { publish } from '#events/publish.ts';
import { changeState, lockCampaign } from '#features/campaigns/campaigns.store.ts';
import { defineJob, enqueue } from '#jobs/jobs.ts';
import { now } from '#kit/clock.ts';
import { prepareCampaignJob } from './prepare-campaign.job.ts';

export const startScheduledJob = defineJob({
  name: 'campaigns.start_scheduled',
  payload: z.object({ workspaceId: z.uuid(), campaignId: z.uuid(), at: z.iso.datetime() }),
  async run(services, { workspaceId, campaignId, at }) {
    await services.db.inWorkspace(workspaceId, async (tx) => {
      const call = { workspaceId, tx, now: now(), actor: { kind: 'system', name: 'campaigns' } as const };
      const campaign = await lockCampaign(call, campaignId).catch(() => null);
      // Another time was chosen, or none: its own job does that.
      if (campaign?.state !== 'scheduled' || campaign.scheduled_at?.toISOString() !== at) return;
      await changeState(call, campaignId, ['scheduled'], { state: 'preparing' });
      await enqueue(tx, prepareCampaignJob, { workspaceId, campaignId }, { key: `campaign ${campaignId}` });
      await publish(call, 'campaign.changed', campaignId, { state: 'preparing' });
    });
  },
});
