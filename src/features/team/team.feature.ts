// What the team brings to the application.
import type { Feature } from '#operations/feature.ts';
import { assignEverywhereJob, assignJob, assignSubscriber, assignWaitingJob } from './jobs/assign.job.ts';
import { releaseJob, releaseSubscriber } from './jobs/release.job.ts';
import { teamOperations } from './team.operations.ts';

export const teamFeature: Feature = {
  name: 'team',
  operations: teamOperations,
  jobs: [assignJob, assignWaitingJob, assignEverywhereJob, releaseJob],
  subscribers: [assignSubscriber, releaseSubscriber],
};
