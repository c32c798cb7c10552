// What templates bring to the application.
import type { Feature } from '#operations/feature.ts';
import { synchroniseTemplates } from './jobs/synchronise.job.ts';
import { synchroniseAllTemplates } from './jobs/synchronise-all.job.ts';
import { templatesOperations } from './templates.operations.ts';
import { templatesRoutes } from './templates.routes.ts';
import { templatesSubscriber } from './templates.subscriber.ts';

export const templatesFeature: Feature = {
  name: 'templates',
  operations: templatesOperations,
  routes: templatesRoutes,
  jobs: [synchroniseTemplates, synchroniseAllTemplates],
  subscribers: [templatesSubscriber],
};
