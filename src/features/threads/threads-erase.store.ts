// The SQL on conversations of contacts that are deleted: out of sight at once, gone when they are empty.
import { sql } from 'kysely';
import type { Call } from '#operations/call.ts';
import type { ThreadCall } from './threads.store.ts';

/** Takes them from every list, with their last words. */
export async function hideThreads(call: ThreadCall, contactIds: readonly string[]): Promise<void> {
  await sql`
    update conversations set in_inbox = false, state = 'closed', closed_at = coalesce(closed_at, ${call.now}),
      unread_count = 0, waiting_since = null, snoozed_until = null, last_message_preview = '', close_reason = null
    where workspace_id = ${call.workspaceId} and contact_id = any(${contactIds}::uuid[])`.execute(call.tx);
}

/** Notes, assignments and notifications go by their foreign keys. */
export async function eraseThreads(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  contactIds: readonly string[],
): Promise<void> {
  await sql`delete from conversations
    where workspace_id = ${call.workspaceId} and contact_id = any(${contactIds}::uuid[])`.execute(call.tx);
}
