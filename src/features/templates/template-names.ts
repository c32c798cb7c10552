// Keeps names unique and free: one template per name and language, and WhatsApp's lock on deleted names.
import { badInput, isUniqueViolation } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';
import { NAME_LOCK_MS } from './edit-limits.ts';
import { type InWorkspace, lastDeletion, namesLike } from './templates.store.ts';

/** Throws `bad_input` while WhatsApp blocks the name of a deleted template. */
export async function refuseLockedName(
  call: InWorkspace & Pick<Call, 'now'>,
  accountId: string,
  name: string,
): Promise<void> {
  const deleted = await lastDeletion(call, accountId, name);
  const freeAt = deleted && new Date(deleted.getTime() + NAME_LOCK_MS);
  if (!freeAt || freeAt <= call.now) return;
  const message = `A template of this name was deleted: WhatsApp blocks the name until ${freeAt.toISOString().slice(0, 10)}. Choose another name.`;
  throw badInput([{ path: 'name', message }], message);
}

/** `write`, with a taken name told at the field. */
export async function withFreeName<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!isUniqueViolation(error, 'templates_name')) throw error;
    const message = 'A template with this name and language exists already.';
    throw badInput([{ path: 'name', message }], message);
  }
}

/** `name`, or `name` with the first number that is free. */
export async function freeName(call: InWorkspace, accountId: string, name: string): Promise<string> {
  const stem = name.replace(/_\d+$/, '').slice(0, 500);
  const taken = await namesLike(call, accountId, stem);
  for (let number = 2; ; number += 1) if (!taken.has(`${stem}_${number}`)) return `${stem}_${number}`;
}
