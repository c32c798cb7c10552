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
  inWorkspace<T>(workspaceId: string, run: (tx: Tx) => Promise<T>, joins?: Joins): Promise<T>;
  /** One transaction as the system role: for doors and workers that must find the workspace first. */
  asSystem<T>(run: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

/**
 * How statements join. `by_keys` is for work in batches on rows that are named by their ids: every row is looked up
 * through an index. Left to itself the server would rather read all rows of the workspace for each batch as long as
 * it has no statistics of a table, which is so while the table grows from nothing.
 */
export type Joins = 'freely' | 'by_keys';

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
    inWorkspace: (workspaceId, run, joins = 'freely') =>
      kysely.transaction().execute(async (tx) => {
        const byKeys = joins === 'by_keys' ? sql`, ${joinSettings('off')}` : sql``;
        await sql`select set_config('app.workspace_id', ${workspaceId}, true)${byKeys}`.execute(tx);
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

/** Joins so while `run` goes on, and freely afterwards, in a transaction that is open already. */
export async function joiningByKeys<T>(tx: Tx, run: () => Promise<T>): Promise<T> {
  await sql`select ${joinSettings('off')}`.execute(tx);
  const result = await run();
  await sql`select ${joinSettings('on')}`.execute(tx);
  return result;
}

function joinSettings(scans: 'on' | 'off') {
  const names = ['enable_hashjoin', 'enable_mergejoin', 'enable_seqscan', 'enable_bitmapscan'];
  return sql.join(names.map((name) => sql`set_config(${name}, ${scans}, true)`));
}

/** Counts come back as numbers: none of ours passes 2^53. */
function typeParser(oid: number, format?: string) {
  if (format !== 'binary' && (oid === INT8 || oid === NUMERIC)) return Number;
  return pg.types.getTypeParser(oid, format as 'text');
}
