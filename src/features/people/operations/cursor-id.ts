// The cursor of lists that are ordered by id alone.
import { decodeCursor } from '#kit/paging.ts';

/** The id after which the page begins, or null for the first page. Throws `bad_input`. */
export function cursorId(cursor: string | undefined): string | null {
  if (cursor === undefined) return null;
  return decodeCursor(cursor, ['id'])[0];
}
