// Brings a database to the present schema: roles, the job queue's tables, then ours, one migrator at a time.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { logger } from '#kit/log.ts';
import { APP_ROLE, SYSTEM_ROLE } from './database.ts';

const log = logger('database');

/** The database is older or newer than this program can handle; the message says what to do. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

const FOLDER = join(import.meta.dirname, 'migrations');
/** Any fixed number: everybody who migrates this database waits at the same lock. */
const LOCK = 7_205_118;
const OLDEST_SERVER = 150_000;

export type Migration = { version: number; name: string; sql: string; checksum: string };

/** All migrations, in order. */
export function migrations(): Migration[] {
  return readdirSync(FOLDER)
    .filter((file) => /^\d{4}-[a-z0-9-]+\.sql$/.test(file))
    .sort()
    .map((file) => {
      const sql = readFileSync(join(FOLDER, file), 'utf8');
      const checksum = createHash('sha256').update(sql).digest('hex');
      return { version: Number(file.slice(0, 4)), name: file.slice(5, -4), sql, checksum };
    });
}

/** Applies what is missing and returns its names. Safe to call from several processes at once. */
export async function migrate(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await checkServer(client);
    await checkLetters(client);
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await makeRoles(client);
    await runMigrations({ connectionString: url });
    return await applyMissing(client);
  } finally {
    await client.end();
  }
}

async function checkServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query('select current_setting($1)::int as version', ['server_version_num']);
  if (rows[0].version < OLDEST_SERVER)
    throw new MigrationError(
      `PostgreSQL 15 or newer is needed; this server is version ${rows[0].version / 10_000}.`,
    );
}

/**
 * What people search for is made small by the program, and what is kept by the database: both must know the same
 * letters. A database that is in use goes on, and is told of.
 */
async function checkLetters(client: pg.Client): Promise<void> {
  const { rows } = await client.query(`
    select current_setting('server_encoding') as encoding, datctype as locale,
      to_regclass('schema_migrations') is not null as used
    from pg_database where datname = current_database()`);
  const [{ encoding, locale, used }] = rows;
  if (encoding === 'UTF8') {
    const small = await client.query('select lower($1) as letters', ['ÁП']);
    if (small.rows[0].letters === 'áп') return;
  }
  const fault = `The database has the encoding ${encoding} and the locale ${locale}, which do not know the letters of every language.`;
  if (used) return log.warn(`${fault} Names with others than A to Z are not found by their capitals.`);
  throw new MigrationError(
    `${fault} As an administrator, make one such as this, and name it in DATABASE_URL:\n` +
      `  create database rondine template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8';`,
  );
}

/** The roles are shared by all databases of the server, hence made here and not in a migration. */
async function makeRoles(client: pg.Client): Promise<void> {
  for (const role of [APP_ROLE, SYSTEM_ROLE]) {
    try {
      const { rows } = await client.query(
        `select pg_has_role(current_user, oid, 'member') as member, rolsuper or rolbypassrls as unsafe
         from pg_roles where rolname = $1`,
        [role],
      );
      if (rows[0]?.unsafe)
        throw new MigrationError(`The role ${role} must not be a superuser and not bypass row security.`);
      if (rows.length === 0) await client.query(`create role ${role} nologin`).catch(ignoreExisting);
      if (!rows[0]?.member) await client.query(`grant ${role} to current_user`);
    } catch (error) {
      if ((error as { code?: string }).code !== '42501') throw error;
      throw new MigrationError(
        `This database user may not create roles. As an administrator, run once:\n` +
          `  create role ${APP_ROLE} nologin; create role ${SYSTEM_ROLE} nologin;\n` +
          `  grant ${APP_ROLE}, ${SYSTEM_ROLE} to <the user in DATABASE_URL>;`,
      );
    }
  }
}

function ignoreExisting(error: { code?: string }): void {
  // Another database of this server is being migrated at the same moment.
  if (error.code !== '42710' && error.code !== '23505') throw error;
}

async function applyMissing(client: pg.Client): Promise<string[]> {
  await client.query(`create table if not exists schema_migrations (
    version int primary key, name text not null, checksum text not null, applied_at timestamptz not null default now())`);
  const { rows } = await client.query('select version, name, checksum from schema_migrations');
  const done = new Map(rows.map((row) => [row.version as number, row as { name: string; checksum: string }]));
  const known = migrations();
  const newest = known.at(-1)?.version ?? 0;
  for (const version of done.keys())
    if (version > newest)
      throw new MigrationError(
        `The database was upgraded by a newer Rondine (migration ${version}). Start that version.`,
      );
  const applied: string[] = [];
  for (const migration of known) {
    const before = done.get(migration.version);
    if (before && before.checksum !== migration.checksum)
      throw new MigrationError(
        `Migration ${migration.version} (${before.name}) was changed after it was applied.`,
      );
    if (before) continue;
    await apply(client, migration);
    applied.push(migration.name);
  }
  return applied;
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(migration.sql);
    await client.query('insert into schema_migrations (version, name, checksum) values ($1, $2, $3)', [
      migration.version,
      migration.name,
      migration.checksum,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new MigrationError(
      `Migration ${migration.version} (${migration.name}) failed: ${(error as Error).message}`,
      {
        cause: error,
      },
    );
  }
}
