// What watching numbers brings to the application.
import type { Feature } from '#operations/feature.ts';
import { lookAfterJob } from './watch/look-after.job.ts';
import { observeJob } from './watch/observe.job.ts';
import { tellOwnersJob } from './watch/tell-owners.job.ts';
import { watchSubscriber } from './watch/watch.subscriber.ts';
import { watchOperations } from './watch.operations.ts';

export const watchFeature: Feature = {
  name: 'watch',
  operations: watchOperations,
  jobs: [observeJob, lookAfterJob, tellOwnersJob],
  subscribers: [watchSubscriber],
};
