// The job queue: what becomes of a job whose process died.
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { databaseBehindLine } from '../../test/support/cut-line.ts';
import { eventually } from '../../test/support/product.ts';
import { createTestDatabase, type TestDatabase } from '../../test/support/test-database.ts';
import { testServices } from '../../test/support/workspace.ts';
import { defineJob, enqueue, startJobs } from './jobs.ts';

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

it('takes up what a dead process left, and leaves alone what a living one runs', async () => {
  const ran: number[] = [];
  const job = defineJob({
    name: 'test.run',
    payload: z.object({ n: z.int() }),
    run: async (_services, { n }) => void ran.push(n),
  });
  for (const n of [1, 2, 3]) await enqueue(database.db.kysely, job, { n });
  const lock = (n: number, pool: string, age: string) =>
    client.query(
      `update graphile_worker._private_jobs set locked_by = $1, locked_at = now() - $2::interval, attempts = 1
       where payload ->> 'n' = $3`,
      [pool, age, String(n)],
    );
  await lock(1, 'pool-dead', '1 minute');
  await lock(2, 'pool-alive', '1 minute');
  // It shows a moment later that it lives, however long this machine takes.
  await lock(3, 'pool-new', '-1 hour');
  await client.query("select pg_advisory_lock(hashtextextended('pool-alive', 1))");
  const jobs = await startJobs(database.url, testServices(database), [job]);
  try {
    await eventually(async () => ran.length > 0);
    expect(ran).toEqual([1]);
    await client.query("select pg_advisory_unlock(hashtextextended('pool-alive', 1))");
    await lock(3, 'pool-new', '1 minute');
    await eventually(async () => ran.length === 3);
  } finally {
    await jobs.stop();
  }
});

it('takes up what it took itself without hearing of it, and no job that it runs', async () => {
  const ran: string[] = [];
  const goOn = new AbortController();
  const job = defineJob({
    name: 'test.unheard',
    payload: z.object({ name: z.string() }),
    run: async (_services, { name }) => {
      ran.push(name);
      if (name === 'long') await new Promise((done) => goOn.signal.addEventListener('abort', done));
    },
  });
  const runAt = new Date(Date.now() + 3_600_000);
  const jobs = await startJobs(database.url, testServices(database), [job]);
  try {
    await enqueue(database.db.kysely, job, { name: 'unheard' }, { queue: 'test.unheard', runAt });
    await enqueue(database.db.kysely, job, { name: 'long' });
    await eventually(async () => ran.includes('long'));
    // As if these workers had taken both a minute ago, and the answer to one of them had been lost.
    await client.query(
      `with ours as (select locked_by as pool from graphile_worker._private_jobs where payload ->> 'name' = 'long'),
         job as (
           update graphile_worker._private_jobs set locked_by = pool, locked_at = now() - interval '1 minute', run_at = now()
           from ours returning job_queue_id, pool
         )
       update graphile_worker._private_job_queues q set locked_by = pool, locked_at = now() - interval '1 minute'
       from job where q.id = job.job_queue_id`,
    );
    await enqueue(database.db.kysely, job, { name: 'behind' }, { queue: 'test.unheard' });
    await eventually(async () => ran.includes('behind'));
    expect(ran).toEqual(['long', 'unheard', 'behind']);
  } finally {
    goOn.abort();
    await jobs.stop();
  }
});

it('notes the end of a job when the database is back, and the process lives on', async () => {
  const line = await databaseBehindLine();
  let tries = 0;
  const job = defineJob({
    name: 'test.cut_off',
    payload: z.object({}),
    run: async () => {
      tries += 1;
      if (tries > 1) return;
      line.cut();
      throw new Error('The database went away while this ran.');
    },
  });
  await enqueue(line.db.kysely, job, {});
  const jobs = await startJobs(line.url, testServices(line), [job]);
  try {
    await eventually(async () => tries === 1);
    // Long enough for the note to be refused once: what nobody handles would fail this run.
    await new Promise((done) => setTimeout(done, 500));
    line.mend();
    await eventually(async () => tries === 2);
  } finally {
    await jobs.stop();
    await line.drop();
  }
});
