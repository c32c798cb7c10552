// The signed-in person whose settings and devices an operation is about.
import { AppError } from '#kit/errors.ts';
import type { OpenCall } from '#operations/call.ts';

export function listeningPerson({ caller }: OpenCall): string {
  if (!caller?.userId) throw new AppError('unauthenticated', 'Sign in first.');
  return caller.userId;
}
