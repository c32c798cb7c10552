// npm run bench -- import [--rows N] — a CSV of contacts from the file to settled rows, against a bare COPY of the same rows.

import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { keepFile, takeBytes } from '#features/files/files.ts';
import { insertImport, updateImport } from '#features/imports/imports.store.ts';
import { inspectContacts } from '#features/imports/inspect-file.ts';
import { runImport } from '#features/imports/run-import.ts';
import { now } from '#kit/clock.ts';
import { newId } from '#kit/ids.ts';
import type { Call } from '#operations/call.ts';
import type { Bench } from './bench.ts';
import { type Throwaway, throwaway } from './throwaway.ts';

const COLUMNS = ['phone', 'first_name', 'last_name', 'email', 'language', 'tags'];

export const bench: Bench = {
  name: 'import',
  floor: 'COPY of the same rows into a bare table',
  better: 'more',
  async run({ args, say }) {
    const count = Number(args[args.indexOf('--rows') + 1] ?? 100_000) || 100_000;
    const world = await throwaway();
    try {
      const text = people(count);
      say(`${count} rows, ${(text.length / 1e6).toFixed(1)} MB`);
      const bare = await copySeconds(world, text, '');
      const indexed = await copySeconds(world, text, 'indexed');
      const first = await importSeconds(world, text);
      say(`COPY into a bare table ${bare.toFixed(2)} s, with the same indexes ${indexed.toFixed(2)} s`);
      say(`first import ${first.seconds.toFixed(2)} s`);
      const again = await importSeconds(world, text, first.workspaceId);
      say(`the same file again, all existing, ${again.seconds.toFixed(2)} s`);
      return {
        unit: 'rows/s',
        ours: count / first.seconds,
        floor: count / bare,
        details: {
          rows: count,
          seconds: first.seconds,
          copySeconds: bare,
          copyIndexedSeconds: indexed,
          againSeconds: again.seconds,
          created: first.created,
          updatedAgain: again.updated,
        },
      };
    } finally {
      await world.drop();
    }
  },
};

function people(count: number): string {
  const lines = [COLUMNS.join(',')];
  for (let i = 0; i < count; i++)
    lines.push(
      `+3933${30_000_000 + i},Name${i % 977},Surname${i % 1_009},person${i}@example.com,it,"tag ${i % 20};all"`,
    );
  return `${lines.join('\n')}\n`;
}

/** The same bytes, streamed by COPY into a table with a contact's columns; `indexed`: and a contact's indexes. */
async function copySeconds({ url }: Throwaway, text: string, indexed: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      `drop table if exists bare; create table bare (id uuid default gen_random_uuid(), ${COLUMNS.map((c) => `${c} text`).join(', ')})`,
    );
    if (indexed)
      await client.query(`
        create index on bare (id); create unique index on bare (phone); create index on bare (lower(first_name));
        create index on bare using gin ((first_name || last_name || phone || email) gin_trgm_ops)`);
    const begun = performance.now();
    await pipeline(
      Readable.from([text]),
      client.query(copyFrom(`copy bare (${COLUMNS.join(', ')}) from stdin (format csv, header)`)),
    );
    return (performance.now() - begun) / 1_000;
  } finally {
    await client.query('drop table if exists bare');
    await client.end();
  }
}

async function importSeconds(
  { services }: Throwaway,
  text: string,
  known?: string,
): Promise<{ seconds: number; created: number; updated: number; workspaceId: string }> {
  const { db } = services;
  const workspaceId = known ?? newId();
  if (!known)
    await sql`insert into workspaces (id, name, country, time_zone) values (${workspaceId}, 'Bench', 'IT', 'Europe/Rome')`.execute(
      db.kysely,
    );
  const begun = performance.now();
  const bytes = Buffer.from(text);
  const file = await takeBytes(
    services,
    workspaceId,
    { bytes, name: 'people.csv', purpose: 'import', maxBytes: 1e9, declaredType: 'text/csv' },
    now(),
  );
  const detected = await inspectContacts({ files: services.files, workspaceId, fileId: file.id }, []);
  const id = await db.inWorkspace(workspaceId, async (tx) => {
    const call = { tx, workspaceId, now: now(), actor: { kind: 'system', name: 'bench' } } as Call;
    await keepFile(call, file);
    const importId = await insertImport(call, 'contacts', file, detected);
    const { encoding, delimiter, hasHeader, mapping } = detected;
    const options = {
      encoding,
      delimiter,
      hasHeader,
      columns: mapping,
      country: 'IT',
      existing: 'update' as const,
      tagIds: [],
      listIds: [],
      consent: null,
      resubscribe: false,
    };
    await updateImport(call, importId, { options, state: 'queued' });
    return importId;
  });
  await runImport(services, workspaceId, id, new AbortController().signal);
  const seconds = (performance.now() - begun) / 1_000;
  const row = await db.inWorkspace(workspaceId, (tx) =>
    tx
      .selectFrom('imports')
      .select(['state', 'created_count', 'updated_count'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  );
  if (row.state !== 'completed') throw new Error(`the import ended as ${row.state}`);
  return { seconds, created: row.created_count, updated: row.updated_count, workspaceId };
}
