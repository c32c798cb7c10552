// The SQL on who looks after a conversation, and on what has been read in it.
import { sql } from 'kysely';
import type { ThreadCall } from './threads.store.ts';
import type { VisibleThread } from './visibility.ts';

/** Makes exactly these people the assignees; answers who came and who went. */
export async function setAssignees(
  call: ThreadCall,
  thread: VisibleThread,
  userIds: readonly string[],
): Promise<{ added: string[]; removed: string[] }> {
  const removed = await sql<{ userId: string }>`
    delete from conversation_assignees where workspace_id = ${call.workspaceId}
      and conversation_id = ${thread.id} and user_id <> all(${userIds}::uuid[])
    returning user_id as "userId"`.execute(call.tx);
  const added = await sql<{ userId: string }>`
    insert into conversation_assignees (workspace_id, conversation_id, user_id, assigned_at)
    select ${call.workspaceId}, ${thread.id}, u, ${call.now} from unnest(${userIds}::uuid[]) u
    on conflict do nothing returning user_id as "userId"`.execute(call.tx);
  if (added.rows.length + removed.rows.length > 0)
    await sql`update conversations set is_assigned = ${userIds.length > 0}
      where workspace_id = ${call.workspaceId} and id = ${thread.id}`.execute(call.tx);
  return { added: added.rows.map((row) => row.userId), removed: removed.rows.map((row) => row.userId) };
}

/** Sets how many messages are unread; answers how many were. */
export async function setUnread(call: ThreadCall, thread: VisibleThread, count: number): Promise<number> {
  await call.tx
    .updateTable('conversations')
    .set({ unread_count: count })
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', thread.id)
    .execute();
  return thread.unreadCount;
}

/** Shows the conversation in the inbox although nobody has written yet. */
export async function bringToInbox(call: ThreadCall, thread: Pick<VisibleThread, 'id'>): Promise<void> {
  await sql`
    update conversations set in_inbox = true, last_message_at = coalesce(last_message_at, ${call.now})
    where workspace_id = ${call.workspaceId} and id = ${thread.id}`.execute(call.tx);
}
