// Connections and transactions: every query runs for one workspace, or openly as the system.
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import type { DB } from './tables.generated.ts';

/** A transaction that sees one workspace (row-level security), or, as the system, the few tables that allow it. */
export type Tx = Transaction<DB>;

export type Database = {
  /** For global tables (people, workspaces) and health checks: sees no tenant row. */
  kysely: Kysely<DB>;
  pool: pg.Pool;
  /** One transaction in which only rows of `workspaceId` are seen and written. */
  inWorkspace<T>(workspaceId: string, run: (tx: Tx) => Promise<T>): Promise<T>;
  /** One transaction as the system role: for doors and workers that must find the workspace first. */
  asSystem<T>(run: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

/** The role that serves requests. It is no superuser and cannot pass row-level security. */
export const APP_ROLE = 'rondine_app';
/** The role that may look across workspaces, only in tables that say so. */
export const SYSTEM_ROLE = 'rondine_system';

const INT8 = 20;
const NUMERIC = 1700;

export function openDatabase(options: { url: string; poolSize: number; name?: string }): Database {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.poolSize,
    application_name: options.name ?? 'rondine',
    options: `-c role=${APP_ROLE}`,
    types: { getTypeParser: typeParser as typeof pg.types.getTypeParser },
  });
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  // The same while it is in use: its queries fail, which is enough.
  pool.on('connect', (client) => client.on('error', () => {}));
  const kysely = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  return {
    kysely,
    pool,
    inWorkspace: (workspaceId, run) =>
      kysely.transaction().execute(async (tx) => {
        await sql`select set_config('app.workspace_id', ${workspaceId}, true)`.execute(tx);
        return run(tx);
      }),
    asSystem: (run) =>
      kysely.transaction().execute(async (tx) => {
        await sql.raw(`set local role ${SYSTEM_ROLE}`).execute(tx);
        return run(tx);
      }),
    close: () => kysely.destroy(),
  };
}

/** Counts come back as numbers: none of ours passes 2^53. */
function typeParser(oid: number, format?: string) {
  if (format !== 'binary' && (oid === INT8 || oid === NUMERIC)) return Number;
  return pg.types.getTypeParser(oid, format as 'text');
}
