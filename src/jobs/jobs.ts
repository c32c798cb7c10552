// The job queue: work that must happen later, enqueued in the transaction that causes it.
import { EventEmitter } from 'node:events';
import { Logger, parseCronItems, type Runner, run as runWorker, type WorkerEvents } from 'graphile-worker';
import { type Kysely, sql } from 'kysely';
import pg from 'pg';
import type { z } from 'zod';
import type { DB } from '#db/tables.generated.ts';
import { sleep } from '#kit/clock.ts';
import { logger } from '#kit/log.ts';
import type { Services } from '#operations/services.ts';
import { atWork, freeAbandonedJobs } from './abandoned-jobs.ts';

const log = logger('jobs');
/** How long running jobs may take to end when the queue stops. */
const PATIENCE_MS = 10_000;

export type Job<P extends z.ZodType = z.ZodType> = {
  /** `<feature>.<verb>`, e.g. `imports.run`. */
  name: string;
  payload: P;
  /** Crontab line in UTC, for jobs that come back by themselves; their payload is {}. */
  cron?: string;
  maxAttempts?: number;
  /** Throwing means: try again later with back-off. `signal` aborts when the process stops. */
  run(services: Services, payload: z.output<P>, signal: AbortSignal): Promise<void>;
};

export function defineJob<P extends z.ZodType>(job: Job<P>): Job<P> {
  return job;
}

export type EnqueueOptions = {
  runAt?: Date;
  /** A waiting job with the same key is replaced: at most one waits. */
  key?: string;
  /** Jobs of one queue run one after the other. */
  queue?: string;
  /** Smaller runs first. */
  priority?: number;
};

/** Puts `job` in the queue; it runs after the transaction of `tx` commits. */
export async function enqueue<P extends z.ZodType>(
  tx: Kysely<DB>,
  job: Pick<Job<P>, 'name' | 'maxAttempts'>,
  payload: z.input<P>,
  options: EnqueueOptions = {},
): Promise<void> {
  await sql`select enqueue_job(${job.name}, ${JSON.stringify(payload)}::jsonb, ${options.runAt ?? null}::timestamptz,
    ${job.maxAttempts ?? 12}::int, ${options.key ?? null}::text, ${options.queue ?? null}::text, ${options.priority ?? 0}::int)`.execute(
    tx,
  );
}

/** The queue's own remarks are of interest only when it breaks; failed jobs are logged by their events, below. */
const quietLogger = new Logger(() => (level, message) => {
  if (level === 'error' && !message.startsWith('Failed task')) log.error(message);
});

/**
 * Starts workers for `jobs`, and starts them again when the database went away under them; the returned stop lets
 * running jobs end. Rejects when they cannot be started at first.
 */
export async function startJobs(
  url: string,
  services: Services,
  jobs: readonly Job[],
  concurrency = 4,
): Promise<{ stop(): Promise<void> }> {
  const stopping = new AbortController();
  // The queue's tables belong to the login, not to the restricted role.
  const pool = new pg.Pool({ connectionString: url, max: concurrency + 2, application_name: 'rondine jobs' });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const start = () => startWorkers(url, pool, services, jobs, concurrency, stopping.signal);
  let workers = await start();
  const watch = async () => {
    while (!stopping.signal.aborted) {
      await workers.ended;
      while (!stopping.signal.aborted) {
        await sleep(1_000, stopping.signal);
        if (stopping.signal.aborted) return;
        const again = await start().catch(() => undefined);
        if (!again) continue;
        workers = again;
        log.warn('the job queue runs again');
        break;
      }
    }
  };
  const watching = watch();
  return {
    async stop() {
      stopping.abort();
      await workers.stop();
      await watching;
      await pool.end();
    },
  };
}

/** One run of the queue's workers; `ended` resolves when they stop, asked to or not. */
async function startWorkers(
  url: string,
  pool: pg.Pool,
  services: Services,
  jobs: readonly Job[],
  concurrency: number,
  stopping: AbortSignal,
): Promise<{ ended: Promise<void>; stop(): Promise<void> }> {
  const tasks = Object.fromEntries(
    jobs.map((job) => [
      job.name,
      async (payload: unknown) => job.run(services, job.payload.parse(payload), stopping),
    ]),
  );
  const cron = jobs
    .filter((job) => job.cron)
    .map((job) => ({ task: job.name, match: job.cron!, options: { maxAttempts: 1 } }));
  const events: WorkerEvents = new EventEmitter();
  const over = new AbortController();
  const ours = atWork(events);
  let freeing: Promise<void> | undefined;
  events.on('pool:create', ({ workerPool }) => {
    freeing ??= freeAbandonedJobs(url, workerPool.id, ours, over.signal);
  });
  const runner: Runner = await runWorker({
    pgPool: pool,
    events,
    taskList: tasks,
    parsedCronItems: parseCronItems(cron),
    logger: quietLogger,
    concurrency,
    noHandleSignals: true,
    pollInterval: 1_000,
    // Otherwise the end of a job is noted without anybody waiting for the answer, and an error there ends the process.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  });
  runner.events.on('job:error', ({ job, error }) =>
    log.warn(
      { task: job.task_identifier, attempt: job.attempts, err: error },
      'job failed, it will be tried again',
    ),
  );
  runner.events.on('job:failed', ({ job }) => log.error({ task: job.task_identifier }, 'job given up'));
  // The queue waits for ever for notes that it could not write; what they were about is taken up by others.
  const broken = new Promise<void>((resolve) => {
    events.on('pool:fatalError', () => setTimeout(resolve, PATIENCE_MS).unref());
    stopping.addEventListener('abort', () => setTimeout(resolve, PATIENCE_MS).unref(), { once: true });
  });
  const done = runner.promise.catch((error: unknown) => log.warn({ err: error }, 'the job queue stopped'));
  const ended = Promise.race([done, broken]).then(async () => {
    over.abort();
    await freeing;
  });
  return {
    ended,
    async stop() {
      void runner.stop().catch(() => {});
      await ended;
    },
  };
}
