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

/** Unpacks a cursor of `length` values; refuses anything that this list did not hand out. */
export function decodeCursor(cursor: string, length: number): (string | number | boolean | null)[] {
  try {
    const text = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
    const values: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (Array.isArray(values) && values.length === length) return values;
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
