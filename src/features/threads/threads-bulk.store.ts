// The SQL that changes many conversations at once; who may see them was asked before.
import { sql } from 'kysely';
import type { ThreadCall } from './threads.store.ts';

/** Makes all of `ids` unread, or none; answers which changed. */
export async function setUnreadOfMany(
  call: ThreadCall,
  ids: readonly string[],
  isUnread: boolean,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update conversations set unread_count = ${isUnread ? 1 : 0}
    where workspace_id = ${call.workspaceId} and id = any(${ids}::uuid[]) and (unread_count > 0) <> ${isUnread}
    returning id`.execute(call.tx);
  return rows.map((row) => row.id);
}

/**
 * Those of `ids` in which the last word is ours have nothing unread: who answered elsewhere has read it there. Answers
 * which changed.
 */
export async function setReadWhereAnswered(call: ThreadCall, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update conversations set unread_count = 0
    where workspace_id = ${call.workspaceId} and id = any(${ids}::uuid[]) and unread_count > 0
      and last_direction = 'out'
    returning id`.execute(call.tx);
  return rows.map((row) => row.id);
}

export type AssigneesMoved = { id: string; added: string[]; removed: string[] };

/** Makes exactly these people the assignees of each of `ids`; answers those that changed. */
export async function setAssigneesOfMany(
  call: ThreadCall,
  ids: readonly string[],
  userIds: readonly string[],
): Promise<AssigneesMoved[]> {
  const removed = await sql<{ id: string; userId: string }>`
    delete from conversation_assignees where workspace_id = ${call.workspaceId}
      and conversation_id = any(${ids}::uuid[]) and user_id <> all(${userIds}::uuid[])
    returning conversation_id as id, user_id as "userId"`.execute(call.tx);
  const added = await sql<{ id: string; userId: string }>`
    insert into conversation_assignees (workspace_id, conversation_id, user_id, assigned_at)
    select ${call.workspaceId}, c, u, ${call.now} from unnest(${ids}::uuid[]) c, unnest(${userIds}::uuid[]) u
    on conflict do nothing returning conversation_id as id, user_id as "userId"`.execute(call.tx);
  const moved = new Map<string, AssigneesMoved>();
  const of = (id: string) => {
    const known = moved.get(id) ?? { id, added: [], removed: [] };
    moved.set(id, known);
    return known;
  };
  for (const { id, userId } of removed.rows) of(id).removed.push(userId);
  for (const { id, userId } of added.rows) of(id).added.push(userId);
  await sql`update conversations set is_assigned = ${userIds.length > 0}
    where workspace_id = ${call.workspaceId} and id = any(${[...moved.keys()]}::uuid[])`.execute(call.tx);
  return [...moved.values()];
}
