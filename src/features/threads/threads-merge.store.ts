// The SQL that makes the conversations of one contact another's, when two contacts turn out to be one person.
import { sql } from 'kysely';
import type { ThreadCall } from './threads.store.ts';

/** A conversation of the contact that goes, and the one of the contact that stays with the same number. */
export type ThreadPair = { gone: string; kept: string };

/** Conversations that both contacts have; all others of `from` change hands as they are. */
export async function pairThreads(call: ThreadCall, from: string, to: string): Promise<ThreadPair[]> {
  const { rows } = await sql<ThreadPair>`
    select a.id as gone, b.id as kept from conversations a
    join conversations b on b.workspace_id = a.workspace_id and b.number_id = a.number_id and b.contact_id = ${to}
    where a.workspace_id = ${call.workspaceId} and a.contact_id = ${from}
    order by a.id for update`.execute(call.tx);
  return rows;
}

/** Folds the pairs into the conversation that stays and moves the rest; the messages must have been moved before. */
export async function foldThreads(
  call: ThreadCall,
  from: string,
  to: string,
  pairs: readonly ThreadPair[],
): Promise<void> {
  const gone = pairs.map((pair) => pair.gone);
  const kept = pairs.map((pair) => pair.kept);
  await sql`
    update conversations k set
      unread_count = k.unread_count + g.unread_count,
      in_inbox = k.in_inbox or g.in_inbox,
      state = case when k.state = 'open' or g.state = 'open' then 'open' else 'closed' end,
      waiting_since = least(k.waiting_since, g.waiting_since),
      is_assigned = k.is_assigned or g.is_assigned,
      window_closes_at = greatest(k.window_closes_at, g.window_closes_at),
      last_message_preview = case when g.last_message_at > coalesce(k.last_message_at, '-infinity')
        then g.last_message_preview else k.last_message_preview end,
      last_direction = case when g.last_message_at > coalesce(k.last_message_at, '-infinity')
        then g.last_direction else k.last_direction end,
      last_message_at = greatest(k.last_message_at, g.last_message_at)
    from unnest(${gone}::uuid[], ${kept}::uuid[]) p(gone, kept)
    join conversations g on g.workspace_id = ${call.workspaceId} and g.id = p.gone
    where k.workspace_id = ${call.workspaceId} and k.id = p.kept`.execute(call.tx);
  await sql`
    insert into conversation_assignees (workspace_id, conversation_id, user_id, assigned_at)
    select a.workspace_id, p.kept, a.user_id, a.assigned_at
    from unnest(${gone}::uuid[], ${kept}::uuid[]) p(gone, kept)
    join conversation_assignees a on a.workspace_id = ${call.workspaceId} and a.conversation_id = p.gone
    on conflict do nothing`.execute(call.tx);
  await sql`
    update conversation_entries e set conversation_id = p.kept
    from unnest(${gone}::uuid[], ${kept}::uuid[]) p(gone, kept)
    where e.workspace_id = ${call.workspaceId} and e.conversation_id = p.gone`.execute(call.tx);
  await sql`delete from conversations where workspace_id = ${call.workspaceId}
    and id = any(${gone}::uuid[])`.execute(call.tx);
  await sql`update conversations set contact_id = ${to}
    where workspace_id = ${call.workspaceId} and contact_id = ${from}`.execute(call.tx);
}
