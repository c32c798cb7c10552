// Frees jobs that are taken and that nobody runs; the queue itself would let them lie for four hours.
import type { WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import { sleep } from '#kit/clock.ts';
import { logger } from '#kit/log.ts';

const log = logger('jobs');
const LOOK_EVERY_MS = 5_000;
/** Younger ones are left alone: their process may just not have shown yet that it lives. */
const OLDER_THAN = '10 seconds';
/** The end of a job is noted soon after it, unless the database is slow. */
const NOTED_WITHIN_MS = 60_000;

/** The ids of the jobs that the workers of `events` run, or have ended so lately that it may not be noted yet. */
export function atWork(events: WorkerEvents): () => string[] {
  const running = new Set<string>();
  const endedAt = new Map<string, number>();
  events.on('job:start', ({ job }) => {
    running.add(job.id);
    endedAt.delete(job.id);
  });
  events.on('job:complete', ({ job }) => {
    running.delete(job.id);
    endedAt.set(job.id, performance.now());
  });
  return () => {
    for (const [id, at] of endedAt) {
      if (performance.now() - at < NOTED_WITHIN_MS) break;
      endedAt.delete(id);
    }
    return [...running, ...endedAt.keys()];
  };
}

/**
 * Shows, until `signal` aborts, that the workers under the name `pool` live, and frees the jobs of those that do not
 * any more. A process lives as long as it holds the advisory lock of its name, which ends with its connection. It also
 * frees what `pool` itself took without hearing of it, because the connection broke before the answer.
 */
export async function freeAbandonedJobs(
  url: string,
  pool: string,
  atWork: () => string[],
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const client = new pg.Client({ connectionString: url, application_name: 'rondine jobs alive' });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.query('select pg_advisory_lock(hashtextextended($1, 1))', [pool]);
      while (!signal.aborted) {
        await freeOfTheDead(client, pool);
        await freeUnheardOf(client, pool, atWork());
        await sleep(LOOK_EVERY_MS, signal);
      }
    } catch (error) {
      log.warn({ err: error }, 'abandoned jobs are not looked for, trying again');
      await sleep(1_000, signal);
    } finally {
      await client.end().catch(() => {});
    }
  }
}

async function freeOfTheDead(client: pg.Client, pool: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select name from (
       select distinct locked_by as name from graphile_worker._private_jobs
       where locked_by <> $1 and locked_at < now() - interval '${OLDER_THAN}'
     ) holders`,
    [pool],
  );
  for (const { name } of rows) {
    const tried = await client.query<{ gone: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 1)) as gone',
      [name],
    );
    if (!tried.rows[0]?.gone) continue;
    await client.query('select graphile_worker.force_unlock_workers($1)', [[name]]);
    await client.query('select pg_advisory_unlock(hashtextextended($1, 1))', [name]);
    log.warn('jobs of a process that died were taken up again');
  }
}

async function freeUnheardOf(client: pg.Client, pool: string, atWork: string[]): Promise<void> {
  const { rowCount } = await client.query(
    `with freed as (
       update graphile_worker._private_jobs set locked_by = null, locked_at = null
       where locked_by = $1 and locked_at < now() - interval '${OLDER_THAN}' and id <> all($2::bigint[])
       returning job_queue_id
     ), queues as (
       update graphile_worker._private_job_queues set locked_by = null, locked_at = null
       where locked_by = $1 and id in (select job_queue_id from freed)
     ) select from freed`,
    [pool, atWork],
  );
  if (rowCount) log.warn({ jobs: rowCount }, 'jobs that were taken without an answer were taken up again');
}
