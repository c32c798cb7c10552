// What quick replies bring to the application.
import type { Feature } from '#operations/feature.ts';
import { dropUnusedJob } from './jobs/drop-unused.job.ts';
import { quickRepliesOperations } from './quick-replies.operations.ts';
import { quickRepliesRoutes } from './quick-replies.routes.ts';

export const quickRepliesFeature: Feature = {
  name: 'quickReplies',
  operations: quickRepliesOperations,
  routes: quickRepliesRoutes,
  jobs: [dropUnusedJob],
};
