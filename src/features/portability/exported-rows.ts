// Reads rows as an exported contact shows them.
import { type RawBuilder, sql } from 'kysely';
import type { Call } from '#operations/call.ts';
import { iso } from '#operations/operation.ts';

export type ReadCall = Pick<Call, 'tx' | 'workspaceId' | 'now'>;

/** Rows with their times as ISO 8601, as the file shows them. */
export async function all<T>(call: ReadCall, query: RawBuilder<unknown>): Promise<T[]> {
  const { rows } = await query.execute(call.tx);
  return (rows as Record<string, unknown>[]).map(
    (row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [name, value instanceof Date ? iso(value) : value]),
      ) as T,
  );
}

/** A time inside of JSON, spelt as everywhere in the file. */
export function isoText(at: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
