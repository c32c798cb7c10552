// Runs the jobs that are due, once, as the worker would; makes one due that is for later.
import { EventEmitter } from 'node:events';
import { Logger, runOnce, type WorkerEvents } from 'graphile-worker';
import pg from 'pg';
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
          job.run(services, job.payload.parse(payload), new AbortController().signal),
      ]),
    ),
    events,
    logger: new Logger(() => () => {}),
    noHandleSignals: true,
  });
  if (failures.length > 0) throw failures[0];
}

/** Lets the one job under `key` run now; answers the time that it was for. Fails when there is none. */
export async function makeDue(database: TestDatabase, key: string): Promise<Date> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    const { rows } = await client.query<{ at: Date }>(
      `update graphile_worker._private_jobs j set run_at = now() from graphile_worker._private_jobs before
       where j.key = $1 and before.id = j.id returning before.run_at as at`,
      [key],
    );
    if (rows.length !== 1) throw new Error(`There are ${rows.length} jobs under “${key}”`);
    return rows[0]!.at;
  } finally {
    await client.end();
  }
}
