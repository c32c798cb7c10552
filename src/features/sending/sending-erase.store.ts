// The SQL that deletes the messages of contacts that go, with their places in queues and limits.
import { sql } from 'kysely';
import type { SendingCall } from './sending.types.ts';

type EraseCall = Pick<SendingCall, 'tx' | 'workspaceId'>;

/** Ids of some of their messages. */
export async function messagesOfContacts(
  call: EraseCall,
  contactIds: readonly string[],
  most: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select m.id from conversations c
      join messages m on m.workspace_id = c.workspace_id and m.conversation_id = c.id
    where c.workspace_id = ${call.workspaceId} and c.contact_id = any(${contactIds}::uuid[])
    limit ${most}`.execute(call.tx);
  return rows.map((row) => row.id);
}

/**
 * Takes back what waits to be sent to them, so that figures may count it as never sent. Throws when something of it is
 * being sent at this moment: what becomes of it must be counted first, and the job comes back.
 */
export async function withdrawOf(call: EraseCall, contactIds: readonly string[]): Promise<void> {
  const { rows } = await sql<{ leaving: number }>`
    with waiting as (
      select q.message_id, q.claimed_by from conversations c
        join messages m on m.workspace_id = c.workspace_id and m.conversation_id = c.id
        join send_queue q on q.workspace_id = m.workspace_id and q.message_id = m.id
      where c.workspace_id = ${call.workspaceId} and c.contact_id = any(${contactIds}::uuid[]) and m.state = 'queued'
      for update of q
    ), taken as (
      delete from send_queue q using waiting w
      where q.workspace_id = ${call.workspaceId} and q.message_id = w.message_id and w.claimed_by is null
    )
    select count(*)::int as leaving from waiting where claimed_by is not null`.execute(call.tx);
  if (rows[0]!.leaving > 0) throw new Error('Something is being sent to a deleted contact at this moment.');
}

/** Deletes them and what waits to be sent of them; words, files and taps go by their foreign keys. */
export async function eraseMessages(call: EraseCall, ids: readonly string[]): Promise<void> {
  await sql`delete from send_queue
    where workspace_id = ${call.workspaceId} and message_id = any(${ids}::uuid[])`.execute(call.tx);
  await sql`delete from messages
    where workspace_id = ${call.workspaceId} and id = any(${ids}::uuid[])`.execute(call.tx);
}

/** What is remembered of writing to them: places in the limit, debts of the pair rate. */
export async function erasePlaces(call: EraseCall, contactIds: readonly string[]): Promise<void> {
  await sql`delete from limit_places
    where workspace_id = ${call.workspaceId} and contact_id = any(${contactIds}::uuid[])`.execute(call.tx);
  await sql`delete from pair_debts
    where workspace_id = ${call.workspaceId} and contact_id = any(${contactIds}::uuid[])`.execute(call.tx);
}
