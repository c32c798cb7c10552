// Keeps reading webhook bodies as they arrive, workspace by workspace.
import { now, sleep } from '#kit/clock.ts';
import { logger } from '#kit/log.ts';
import type { Engine } from '#operations/engine.ts';
import { type ProviderEventHandler, readBatch } from './reader.ts';
import { WEBHOOKS_TOPIC } from './webhooks.routes.ts';
import { workspacesWaiting } from './webhooks.store.ts';

const log = logger('webhooks');
/** How often it looks without being told: for signals that were lost and attempts that are due again. */
const LOOK_EVERY_MS = 1_000;
const WORKSPACES_AT_ONCE = 3;

export function readerEngine(handlers: readonly ProviderEventHandler[]): Engine {
  return {
    name: 'webhooks.reader',
    async run(services, { signals, signal }) {
      let wake = () => {};
      const off = signals.on(WEBHOOKS_TOPIC, () => wake());
      while (!signal.aborted) {
        // Armed before looking: a signal that comes meanwhile is not missed.
        const woken = new Promise<void>((done) => {
          wake = done;
        });
        try {
          const waiting = await workspacesWaiting(services.db, now());
          await inTurns(waiting, WORKSPACES_AT_ONCE, async (workspaceId) => {
            while (!signal.aborted && (await readBatch(services, workspaceId, handlers)) > 0);
          });
        } catch (error) {
          log.error({ err: error }, 'webhooks are not read, trying again');
          await sleep(1_000, signal);
        }
        if (!signal.aborted) await Promise.race([woken, sleep(LOOK_EVERY_MS, signal)]);
      }
      off();
    },
  };
}

async function inTurns<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const left = [...items];
  const lane = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, lane));
}
