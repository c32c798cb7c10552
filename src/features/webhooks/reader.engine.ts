// Keeps reading webhook bodies as they arrive: several workspaces at once, one batch of each in turn.
import { awakener } from '#kit/awakener.ts';
import { now, sleep } from '#kit/clock.ts';
import { logger } from '#kit/log.ts';
import type { Engine } from '#operations/engine.ts';
import type { Services } from '#operations/services.ts';
import { MOST_AT_ONCE, type ProviderEventHandler, readBatch } from './reader.ts';
import { closeRecentBodies, openRecentBodies } from './recent-bodies.ts';
import { turns } from './turns.ts';
import { WEBHOOKS_TOPIC } from './webhooks.routes.ts';
import { workspacesWaiting } from './webhooks.store.ts';

const log = logger('webhooks');
/** How often it looks without being told: for signals that were lost and attempts that are due again. */
const LOOK_EVERY_MS = 1_000;
const WORKSPACES_AT_ONCE = 3;
/** The more came at once, the longer the next are gathered: the statuses of one message follow each other closely. */
const GATHER_MS_PER_BODY = 4;
const GATHER_AT_MOST_MS = 200;
const AFTER_TROUBLE_MS = 1_000;

export function readerEngine(handlers: readonly ProviderEventHandler[]): Engine {
  return {
    name: 'webhooks.reader',
    connections: WORKSPACES_AT_ONCE + 1,
    async run(services, { signals, signal }) {
      openRecentBodies(services);
      const order = turns();
      const waker = awakener();
      const reading = new Set<Promise<void>>();
      let nextLook = 0;
      const off = signals.on(WEBHOOKS_TOPIC, (workspaceId) => {
        if (workspaceId === '') nextLook = 0;
        else order.wants(workspaceId);
        waker.wake();
      });
      while (!signal.aborted) {
        if (performance.now() >= nextLook) {
          nextLook = performance.now() + LOOK_EVERY_MS;
          for (const id of await whoWaits(services, signal)) order.wants(id);
        }
        while (reading.size < WORKSPACES_AT_ONCE && !signal.aborted) {
          const workspaceId = order.next(performance.now());
          if (workspaceId === undefined) break;
          const turn = read(services, workspaceId, handlers).then((after) => {
            order.done(workspaceId, performance.now(), after);
            reading.delete(turn);
            waker.wake();
          });
          reading.add(turn);
        }
        const at = performance.now();
        const free = reading.size < WORKSPACES_AT_ONCE ? order.waitMs(at) : Number.POSITIVE_INFINITY;
        await waker.rest(Math.max(1, Math.min(nextLook - at, free)), signal);
      }
      off();
      closeRecentBodies(services);
      await Promise.all(reading);
    },
  };
}

async function whoWaits(services: Services, signal: AbortSignal): Promise<string[]> {
  try {
    return await workspacesWaiting(services.db, now());
  } catch (error) {
    log.error({ err: error }, 'could not look for webhooks to read, trying again');
    await sleep(AFTER_TROUBLE_MS, signal);
    return [];
  }
}

/** One turn; answers whether there may be more, and for how long to gather before the next. */
async function read(
  services: Services,
  workspaceId: string,
  handlers: readonly ProviderEventHandler[],
): Promise<{ again: boolean; restMs: number }> {
  try {
    const count = await readBatch(services, workspaceId, handlers);
    const full = count >= MOST_AT_ONCE;
    return { again: count > 0, restMs: full ? 0 : Math.min(GATHER_AT_MOST_MS, count * GATHER_MS_PER_BODY) };
  } catch (error) {
    log.error({ err: error, workspaceId }, 'webhooks are not read, trying again');
    return { again: true, restMs: AFTER_TROUBLE_MS };
  }
}
