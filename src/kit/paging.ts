// Keyset paging: the shapes every list operation shares, and the opaque cursor. Runs in browser and server.
import { z } from 'zod';
import { AppError } from '#kit/errors.ts';

/** Input of a list operation: `limit` rows after `cursor` (from the previous page's `nextCursor`). */
export const PageInput = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('Rows per page, at most 200'),
  cursor: z.string().max(1000).optional().describe('`nextCursor` of the previous page'),
});

/** Output of a list operation; `nextCursor` is null on the last page. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

export type Page<T> = { items: T[]; nextCursor: string | null };

/** Packs the sort values of the last row of a page. */
export function encodeCursor(values: readonly (string | number | boolean | null)[]): string {
  const bytes = new TextEncoder().encode(JSON.stringify(values));
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** What may stand at a place of a cursor: whatever else stands there, this list did not hand it out. */
const KINDS = {
  id: (value: unknown): value is string =>
    typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value),
  instant: (value: unknown): value is string => typeof value === 'string' && isInstant(value),
  text: (value: unknown): value is string => typeof value === 'string' && !value.includes('\u0000'),
  count: (value: unknown): value is number =>
    typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 2_147_483_647,
};

/** As we write instants or as PostgreSQL does; a day that there is. */
function isInstant(text: string): boolean {
  const [, day] =
    /^(\d{4}-\d\d-\d\d)[T ]([01]\d|2[0-3])(:[0-5]\d){2}(\.\d{1,6})?(Z|[+-]\d\d)$/.exec(text) ?? [];
  if (day === undefined || day.startsWith('0000')) return false;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
type CursorKind = keyof typeof KINDS;
type CursorValues<K extends readonly CursorKind[]> = {
  -readonly [I in keyof K]: K[I] extends 'count' ? number : string;
};

/** Unpacks a cursor of values of these kinds; refuses anything that this list did not hand out. */
export function decodeCursor<const K extends readonly CursorKind[]>(
  cursor: string,
  kinds: K,
): CursorValues<K> {
  try {
    const text = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
    const values: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (
      Array.isArray(values) &&
      values.length === kinds.length &&
      kinds.every((kind, i) => KINDS[kind](values[i]))
    )
      return values as CursorValues<K>;
  } catch {
    // falls through to the refusal
  }
  throw new AppError('bad_input', 'This cursor is not valid for this list. Start again without a cursor.', {
    fields: [{ path: 'cursor', message: 'Not a cursor of this list' }],
  });
}

/** Cuts `rows` (read with `limit + 1`) to a page and makes the cursor from the last row kept. */
export function toPage<T>(
  rows: T[],
  limit: number,
  key: (row: T) => readonly (string | number | boolean | null)[],
): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? encodeCursor(key(last)) : null };
}
