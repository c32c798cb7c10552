// The SQL on the phones to which people send their tests.
import type { Call } from '#operations/call.ts';

type TestCall = Pick<Call, 'tx' | 'workspaceId' | 'userId'>;

/** Null when the caller is no person, or has not sent a test yet. */
export async function readTestPhone(call: TestCall): Promise<string | null> {
  if (!call.userId) return null;
  const row = await call.tx
    .selectFrom('test_phones')
    .select('phone')
    .where('workspace_id', '=', call.workspaceId)
    .where('user_id', '=', call.userId)
    .executeTakeFirst();
  return row?.phone ?? null;
}

export async function keepTestPhone(call: TestCall, phone: string): Promise<void> {
  if (!call.userId) return;
  await call.tx
    .insertInto('test_phones')
    .values({ workspace_id: call.workspaceId, user_id: call.userId, phone })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'user_id']).doUpdateSet({ phone }))
    .execute();
}
