// Notes that this process takes webhooks, so that a time in which none did is known afterwards: who was not listening
// cannot take silence for proof.
import { now, sleep } from '#kit/clock.ts';
import { logger } from '#kit/log.ts';
import type { FeatureRoutes } from '#operations/door.ts';
import type { Services } from '#operations/services.ts';
import { DOOR_CLOSED_AFTER_MS } from './fates.ts';
import { noteDoorOpen } from './sending-door.store.ts';
import { waitAfterClosedDoor } from './sending-doubts.store.ts';

const log = logger('sending');
const BEAT_MS = 2_000;

/** Beats from when the server listens until it is closed. */
export const watchDoor: FeatureRoutes = (app, { services }) => {
  const closing = new AbortController();
  let beating = Promise.resolve();
  app.addHook('onListen', async () => {
    beating = beat(services, closing.signal);
  });
  app.addHook('preClose', async () => {
    closing.abort();
    await beating;
  });
};

async function beat(services: Services, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await services.db.asSystem(async (tx) => {
        const at = now();
        const before = await noteDoorOpen(tx, { at, publicUrl: services.publicUrl });
        if (before && at.getTime() - before.getTime() > DOOR_CLOSED_AFTER_MS)
          await waitAfterClosedDoor(tx, at);
      });
    } catch (error) {
      log.warn({ err: error }, 'could not note that the door is open, trying again');
    }
    await sleep(BEAT_MS, signal);
  }
}
