// Rows that people know by their name, of which those that are missing are made: lists, tags.
import { type RawBuilder, sql } from 'kysely';
import { newId } from '#kit/ids.ts';
import type { Call } from './call.ts';

export type NamedRow = { id: string; name: string };
export type MissingRows = { ids: string[]; names: string[] };

/**
 * All rows of `table` with these names, by lower-case name. `insert` makes what is missing and must pass over what
 * somebody else made meanwhile. Two that make the same do so in the same order and do not wait for each other for ever.
 */
export async function findOrInsertNamed(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  table: 'lists' | 'tags',
  names: readonly string[],
  insert: (missing: MissingRows) => RawBuilder<unknown>,
): Promise<Map<string, NamedRow>> {
  const wanted = [...new Map(names.map((name) => [name.toLowerCase(), name]))].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  if (wanted.length === 0) return new Map();
  const find = async () => {
    // What small letters are, the database and we do not say alike of every language.
    const { rows } = await sql<NamedRow & { key: string }>`
      select t.id, t.name, w.key
      from unnest(${wanted.map(([key]) => key)}::text[], ${wanted.map(([, name]) => name)}::text[]) w(key, name)
      join ${sql.table(table)} t on t.workspace_id = ${call.workspaceId} and lower(t.name) = lower(w.name)`.execute(
      call.tx,
    );
    return new Map(rows.map(({ key, id, name }) => [key, { id, name }]));
  };
  const found = await find();
  const missing = wanted.filter(([key]) => !found.has(key)).map(([, name]) => name);
  if (missing.length === 0) return found;
  await insert({ ids: missing.map(() => newId()), names: missing }).execute(call.tx);
  return find();
}
