// Keeps the planner's picture of the busy tables fresh while they grow.
import { sleep } from '#kit/clock.ts';
import { logger } from '#kit/log.ts';
import type { Database } from './database.ts';

const log = logger('database');
const EVERY_MS = 2_500;

/** Runs until `signal` aborts. Several processes may run it: one at a time works. */
export async function keepStatistics(db: Database, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await sleep(EVERY_MS, signal);
    if (signal.aborted) return;
    await refreshStatistics(db).catch((error) => log.warn({ err: error }, 'statistics were not refreshed'));
  }
}

/** Answers the tables whose statistics it renewed. */
export async function refreshStatistics(db: Database): Promise<string[]> {
  const { rows } = await db.pool.query<{ tables: string[] }>('select refresh_statistics() as tables');
  return rows[0]?.tables ?? [];
}
