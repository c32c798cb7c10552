// The cursor of lists that are ordered by id alone.

import { AppError } from '#kit/errors.ts';
import { isId } from '#kit/ids.ts';
import { decodeCursor } from '#kit/paging.ts';

/** The id after which the page begins, or null for the first page. Throws `bad_input`. */
export function cursorId(cursor: string | undefined): string | null {
  if (cursor === undefined) return null;
  const [id] = decodeCursor(cursor, 1);
  if (typeof id === 'string' && isId(id)) return id;
  throw new AppError('bad_input', 'This cursor is not valid for this list. Start again without a cursor.');
}
