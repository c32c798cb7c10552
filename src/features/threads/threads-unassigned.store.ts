// The SQL on conversations that nobody looks after: those that wait, and those of people who left.
import { sql } from 'kysely';
import type { Call } from '#operations/call.ts';
import type { AssigneesMoved } from './threads-bulk.store.ts';

type StoreCall = Pick<Call, 'tx' | 'workspaceId'>;

export type WaitingThread = { id: string; contactId: string; numberId: string; waitingSince: Date };

/**
 * Open conversations that nobody looks after and whose customer waits since `since` or later, who waits longest first;
 * only of `ids`, or after a place. Locked; of those that wait, what others are changing now is left for later.
 */
export async function lockUnassigned(
  call: StoreCall,
  since: Date,
  which: { ids: readonly string[] } | { after: { at: Date; id: string } | null; limit: number },
): Promise<WaitingThread[]> {
  const of =
    'ids' in which
      ? sql`and c.id = any(${which.ids}::uuid[])`
      : which.after
        ? sql`and (c.waiting_since, c.id) > (${which.after.at}, ${which.after.id}::uuid)`
        : sql``;
  const { rows } = await sql<WaitingThread>`
    select c.id, c.contact_id as "contactId", c.number_id as "numberId", c.waiting_since as "waitingSince"
    from conversations c where c.workspace_id = ${call.workspaceId} and c.in_inbox and c.state = 'open'
      and c.snoozed_until is null and not c.is_assigned and c.waiting_since >= ${since} ${of}
    order by c.waiting_since, c.id ${'limit' in which ? sql`limit ${which.limit}` : sql``}
    for no key update ${'ids' in which ? sql`` : sql`skip locked`}`.execute(call.tx);
  return rows;
}

/** Nobody of `userId`'s conversations is theirs any more; answers which, and who is left. */
export async function takeOff(
  call: StoreCall,
  userId: string,
): Promise<(AssigneesMoved & { left: string[] })[]> {
  const { rows } = await sql<{ id: string; left: string[] }>`
    with gone as (
      delete from conversation_assignees where workspace_id = ${call.workspaceId} and user_id = ${userId}
      returning conversation_id as id
    )
    select g.id, array(select a.user_id from conversation_assignees a where a.workspace_id = ${call.workspaceId}
      and a.conversation_id = g.id and a.user_id <> ${userId}) as left
    from gone g order by g.id`.execute(call.tx);
  await sql`update conversations set is_assigned = false where workspace_id = ${call.workspaceId}
    and id = any(${rows.filter(({ left }) => left.length === 0).map(({ id }) => id)}::uuid[])`.execute(
    call.tx,
  );
  return rows.map((row) => ({ ...row, added: [], removed: [userId] }));
}
