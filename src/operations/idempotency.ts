// Makes a repeated creating call answer what the first one did.
import { createHash } from 'node:crypto';
import type { Tx } from '#db/database.ts';
import { AppError } from '#kit/errors.ts';
import type { Call } from './call.ts';

/**
 * Runs `work` once per key, operation and workspace. The row is written in the same transaction as the work, so a
 * second caller waits at the primary key until the first has committed, then gets its answer; after a roll-back it
 * runs the work itself. Answers wait sealed, because some hold secrets; keys are kept for a day.
 */
export async function runOnce<T>(
  call: Call,
  operation: string,
  key: string,
  input: unknown,
  work: () => Promise<T>,
): Promise<T> {
  if (key.length === 0 || key.length > 200)
    throw new AppError('bad_input', 'Idempotency-Key must have 1 to 200 characters.');
  const request_hash = createHash('sha256')
    .update(JSON.stringify([call.actor, input]))
    .digest('hex');
  const place = `answer:${call.workspaceId}:${operation}:${key}`;
  const row = { workspace_id: call.workspaceId, key, operation };
  const claimed = await call.tx
    .insertInto('idempotency_keys')
    .values({ ...row, request_hash, created_at: call.now })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst();
  if (Number(claimed.numInsertedOrUpdatedRows) === 0) {
    const before = await call.tx
      .selectFrom('idempotency_keys')
      .select(['request_hash', 'answer'])
      .where((eb) => eb.and(row))
      .executeTakeFirstOrThrow();
    if (before.request_hash !== request_hash)
      throw new AppError(
        'idempotency_key_reused',
        'This Idempotency-Key was used with another request. Use a new one.',
        {
          status: 422,
        },
      );
    return JSON.parse(call.services.secrets.open(String(before.answer), place)) as T;
  }
  const answer = await work();
  const sealed = call.services.secrets.seal(JSON.stringify(answer), place);
  await call.tx
    .updateTable('idempotency_keys')
    .set({ answer: JSON.stringify(sealed) })
    .where((eb) => eb.and(row))
    .execute();
  return answer;
}

/** Removes the keys of calls made before `before`, in all workspaces. */
export async function forgetOldKeys(tx: Tx, before: Date): Promise<void> {
  await tx.deleteFrom('idempotency_keys').where('created_at', '<', before).execute();
}
