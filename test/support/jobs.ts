// Runs the jobs that are due, once, as the worker would.
import { EventEmitter } from 'node:events';
import { Logger, runOnce, type WorkerEvents } from 'graphile-worker';
import { features } from '#app/features.ts';
import type { Services } from '#operations/services.ts';
import type { TestDatabase } from './test-database.ts';

/** Runs every due job of every feature, and what these enqueue; throws the first failure. */
export async function runJobs(database: TestDatabase, services: Services): Promise<void> {
  const failures: unknown[] = [];
  const events = new EventEmitter() as WorkerEvents;
  events.on('job:error', ({ error }) => failures.push(error));
  const jobs = features.flatMap((feature) => feature.jobs ?? []);
  await runOnce({
    connectionString: database.url,
    taskList: Object.fromEntries(
      jobs.map((job) => [
        job.name,
        async (payload: unknown) =>
          job.run(services, job.payload.parse(payload), AbortSignal.timeout(60_000)),
      ]),
    ),
    events,
    logger: new Logger(() => () => {}),
    noHandleSignals: true,
  });
  if (failures.length > 0) throw failures[0];
}
