// At the start, tells the simulator again where our webhooks go: it remembers nothing of its last run.
import { now, sleep } from '#kit/clock.ts';
import { logger } from '#kit/log.ts';
import type { Engine } from '#operations/engine.ts';
import type { Services } from '#operations/services.ts';
import { subscribe } from './connect-account.ts';
import { everyNumber } from './every-number.store.ts';

const log = logger('numbers');
const TRIES = 20;

export const simulatedNumbersEngine: Engine = {
  name: 'numbers.simulated',
  async run(services, { signal }) {
    if (!services.simulator) return;
    for (let tries = 0; tries < TRIES && !signal.aborted; tries += 1) {
      try {
        return await subscribeAll(services);
      } catch (error) {
        log.debug({ err: error }, 'the simulator is not ready yet');
        await sleep(1_000, signal);
      }
    }
  },
};

async function subscribeAll(services: Services): Promise<void> {
  for (const { workspaceId, id, simulated } of await everyNumber(services.db)) {
    if (!simulated) continue;
    await services.db.inWorkspace(workspaceId, async (tx) => {
      const call = {
        tx,
        workspaceId,
        services,
        now: now(),
        actor: { kind: 'system', name: 'start' } as const,
      };
      await subscribe(call, id);
    });
  }
}
