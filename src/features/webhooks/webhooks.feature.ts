// What received webhooks bring to the application, given who acts on their news.
import type { Feature } from '#operations/feature.ts';
import { pruneWebhooksJob } from './jobs/prune-webhooks.job.ts';
import { readerEngine } from './reader.engine.ts';
import type { ProviderEventHandler } from './reader.ts';
import { webhooksOperations } from './webhooks.operations.ts';
import { webhooksRoutes } from './webhooks.routes.ts';

export const webhooksFeature = (handlers: readonly ProviderEventHandler[]): Feature => ({
  name: 'webhooks',
  operations: webhooksOperations,
  routes: webhooksRoutes,
  jobs: [pruneWebhooksJob],
  engines: [readerEngine(handlers)],
});
