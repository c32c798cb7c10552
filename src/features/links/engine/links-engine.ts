// Adds up the calls of short links, about once a second, and tells who followed one for the first time.
import { foldHits, type LinkCall, workspacesWithHits } from '#features/links/links.store.ts';
import type { LinkWatcher } from '#features/links/links.types.ts';
import { now, sleep } from '#kit/clock.ts';
import { logger } from '#kit/log.ts';
import type { Engine } from '#operations/engine.ts';
import type { Services } from '#operations/services.ts';

const log = logger('links');
const REST_MS = 700;
const MOST_AT_ONCE = 2_000;

export function linksEngine(watcher: LinkWatcher): Engine {
  return {
    name: 'links',
    async run(services, { signal }) {
      while (!signal.aborted) {
        let more = false;
        try {
          more = await foldAll(services, watcher);
        } catch (error) {
          log.error({ err: error }, 'taps on links could not be added up, trying again');
        }
        if (!more) await sleep(REST_MS, signal);
      }
    },
  };
}

/** One batch of each workspace; true when some had more. */
async function foldAll(services: Services, watcher: LinkWatcher): Promise<boolean> {
  let more = false;
  for (const workspaceId of await services.db.asSystem((tx) => workspacesWithHits(tx)))
    await services.db.inWorkspace(workspaceId, async (tx) => {
      const actor = { kind: 'system', name: 'links' } as const;
      const call: LinkCall = { workspaceId, tx, now: now(), actor };
      const { taken, first } = await foldHits(call, MOST_AT_ONCE);
      more ||= taken === MOST_AT_ONCE;
      if (first.length > 0) await watcher(call, first);
    });
  return more;
}
