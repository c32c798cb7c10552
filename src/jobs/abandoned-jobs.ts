// Frees jobs whose process died while it ran them; the queue itself would let them lie for four hours.
import pg from 'pg';
import { sleep } from '#kit/clock.ts';
import { logger } from '#kit/log.ts';

const log = logger('jobs');
const LOOK_EVERY_MS = 5_000;
/** Younger ones are left alone: their process may just not have shown yet that it lives. */
const OLDER_THAN = '10 seconds';

/**
 * Shows, until `signal` aborts, that the workers under the name `pool` live, and frees the jobs of those that do not
 * any more. A process lives as long as it holds the advisory lock of its name, which ends with its connection.
 */
export async function freeAbandonedJobs(url: string, pool: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const client = new pg.Client({ connectionString: url, application_name: 'rondine jobs alive' });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.query('select pg_advisory_lock(hashtextextended($1, 1))', [pool]);
      while (!signal.aborted) {
        await free(client, pool);
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

async function free(client: pg.Client, pool: string): Promise<void> {
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
