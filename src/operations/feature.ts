// What a feature brings to the application besides its contract.
import type { AnyRouter } from '@orpc/server';
import type { Subscriber } from '#events/dispatcher.ts';
import type { Job } from '#jobs/jobs.ts';
import type { FeatureRoutes } from './door.ts';
import type { Engine } from './engine.ts';

export type Feature = {
  /** Key of its operations in the root contract; features without operations have a name only. */
  name: string;
  operations?: AnyRouter;
  routes?: FeatureRoutes;
  // biome-ignore lint/suspicious/noExplicitAny: jobs differ in their payloads
  jobs?: readonly Job<any>[];
  engines?: readonly Engine[];
  subscribers?: readonly Subscriber[];
};
