// The person behind an open call.
import { AppError } from '#kit/errors.ts';
import type { Caller } from '#operations/call.ts';

/** The id of the signed-in person; throws `unauthenticated` for keys and for nobody. */
export function personCalling(caller: Caller | null): string {
  if (!caller?.userId) throw new AppError('unauthenticated', 'Sign in first.');
  return caller.userId;
}
