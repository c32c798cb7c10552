// What protects owners: who may touch them, and that one always stays.
import { AppError, conflict } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';
import type { Role } from '#operations/permissions.ts';

/** Throws `forbidden` when one of `roles` is owner and the caller may not touch owners. */
export function mayTouch(call: Pick<Call, 'permissions'>, ...roles: Role[]): void {
  if (roles.includes('owner') && !call.permissions.has('owners:write'))
    throw new AppError('forbidden', 'Only an owner can make, change or remove an owner.');
}

/** Throws `last_owner` when `userId` is the only one of `owners`, who were locked before. */
export function keepOneOwner(owners: readonly string[], userId: string): void {
  if (owners.length === 1 && owners[0] === userId)
    throw conflict('last_owner', 'A workspace needs an owner. Make somebody else an owner first.');
}
