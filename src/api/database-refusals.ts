// What the database refuses through no bug of ours, in the words of the API.
import { AppError } from '#kit/errors.ts';

/** Text that PostgreSQL cannot hold. */
const NOT_STORABLE = new Set(['22021', '22P05']);
/** Two transactions waited for each other, and this one was chosen to give way. */
const GAVE_WAY = new Set(['40P01', '40001']);
/** It stops, starts, is full, or cannot be reached. */
const AWAY = /^(57P|08|53|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_)/;

/** Undefined for everything else. */
export function databaseRefusal(error: unknown): AppError | undefined {
  const { code = '', message = '' } = (error ?? {}) as { code?: unknown; message?: unknown };
  if (NOT_STORABLE.has(String(code)))
    return new AppError('bad_input', 'The request holds the character U+0000, which cannot be stored.');
  if (GAVE_WAY.has(String(code)))
    return new AppError(
      'busy',
      'Somebody changed the same things at the same moment. Nothing was changed: try again.',
      { status: 503, retryAfterSeconds: 1 },
    );
  if (AWAY.test(String(code)) || /^Connection terminated/.test(String(message)))
    return new AppError(
      'unavailable',
      'The database cannot be reached at the moment. Try again in a few seconds.',
      {
        retryAfterSeconds: 5,
      },
    );
  return undefined;
}
