// What campaigns bring to the application.
import type { Feature } from '#operations/feature.ts';
import { campaignsOperations } from './campaigns.operations.ts';
import { campaignsRoutes } from './campaigns.routes.ts';
import { campaignsSubscriber } from './campaigns.subscriber.ts';
import { campaignsEngine } from './engine/campaigns-engine.ts';
import { keepRecipientsJob } from './jobs/keep-recipients.job.ts';
import { lastCheckJob } from './jobs/last-check.job.ts';
import { prepareCampaignJob } from './jobs/prepare-campaign.job.ts';
import { reopenWaitingJob } from './jobs/reopen-waiting.job.ts';
import { replanNumberJob } from './jobs/replan-number.job.ts';
import { restNumberJob } from './jobs/rest-number.job.ts';
import { startScheduledJob } from './jobs/start-scheduled.job.ts';

export const campaignsFeature: Feature = {
  name: 'campaigns',
  operations: campaignsOperations,
  routes: campaignsRoutes,
  jobs: [
    prepareCampaignJob,
    keepRecipientsJob,
    startScheduledJob,
    restNumberJob,
    replanNumberJob,
    reopenWaitingJob,
    lastCheckJob,
  ],
  subscribers: [campaignsSubscriber],
  engines: [campaignsEngine],
};
