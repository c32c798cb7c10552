// What short links bring to the application.
import type { Feature } from '#operations/feature.ts';
import { linksEngine } from './engine/links-engine.ts';
import { linksOperations } from './links.operations.ts';
import { linksRoutes } from './links.routes.ts';
import type { LinkWatcher } from './links.types.ts';

/** `watcher` is told who followed a link for the first time. */
export function linksFeature(watcher: LinkWatcher): Feature {
  return {
    name: 'links',
    operations: linksOperations,
    routes: linksRoutes,
    engines: [linksEngine(watcher)],
  };
}
