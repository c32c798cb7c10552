// Finds imports whose worker died or stopped, and gives them to a new one.

import { enqueue } from '#jobs/jobs.ts';
import { now, sleep } from '#kit/clock.ts';
import { logger } from '#kit/log.ts';
import type { Engine } from '#operations/engine.ts';
import type { Services } from '#operations/services.ts';
import { claimLost } from './imports.store.ts';
import { runImportJob } from './jobs/run-import.job.ts';

const log = logger('imports');
const LOOK_EVERY_MS = 4_000;
/** A batch takes a fraction of a second; a worker that is silent for this long is gone. */
const QUIET_MS = 15_000;

export const lostImportsEngine: Engine = {
  name: 'lost-imports',
  async run(services, { signal }) {
    while (!signal.aborted) {
      await takeUpLost(services).catch((error) =>
        log.error({ err: error }, 'lost imports were not looked for'),
      );
      await sleep(LOOK_EVERY_MS, signal);
    }
  },
};

/** Answers how many were taken up again. */
export async function takeUpLost({ db }: Pick<Services, 'db'>): Promise<number> {
  const lost = await claimLost(db, now(), new Date(now().getTime() - QUIET_MS));
  for (const { workspaceId, id } of lost)
    await db.inWorkspace(workspaceId, (tx) =>
      enqueue(tx, runImportJob, { workspaceId, importId: id }, { key: id }),
    );
  return lost.length;
}
