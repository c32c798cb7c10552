// The SQL that writes tickets and gives them their references.
import { sql } from 'kysely';
import type { Actor } from '#operations/call.ts';
import type { StoreCall, TicketContent } from './tickets.types.ts';

export type NewRow = TicketContent & {
  id: string;
  contactId: string;
  conversationId: string | null;
  openedBy: Actor;
  closedAt: Date | null;
};

/** False when the reference is taken. */
export async function insertTicket(call: StoreCall, row: NewRow): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into tickets (workspace_id, id, reference, title, description, priority, status, category_id, owner_id,
      contact_id, conversation_id, opened_by, opened_on, created_at, updated_at, closed_at)
    select ${call.workspaceId}, ${row.id}, ${row.reference}, ${row.title}, ${row.description}, ${row.priority},
      ${row.status}, ${row.categoryId}::uuid, ${row.ownerId}::uuid, ${row.contactId}, ${row.conversationId}::uuid,
      ${JSON.stringify(row.openedBy)}::jsonb, (${call.now}::timestamptz at time zone w.time_zone)::date,
      ${call.now}, ${call.now}, ${row.closedAt}::timestamptz
    from workspaces w where w.id = ${call.workspaceId}
    on conflict (workspace_id, reference_key) do nothing`.execute(call.tx);
  return numAffectedRows === 1n;
}

/** The next reference of the workspace's year, e.g. `T-2026-000123`; a number is never given twice. */
export async function nextReference(call: StoreCall): Promise<string> {
  const { rows } = await sql<{ year: number; last: number }>`
    insert into ticket_numbers as n (workspace_id, year, last)
    select w.id, extract(year from ${call.now}::timestamptz at time zone w.time_zone)::int, 1
    from workspaces w where w.id = ${call.workspaceId}
    on conflict (workspace_id, year) do update set last = n.last + 1
    returning year, last`.execute(call.tx);
  const { year, last } = rows[0]!;
  return `T-${year}-${String(last).padStart(6, '0')}`;
}

/** A ticket as it is before a change. */
export type LockedTicket = TicketContent & { id: string; createdAt: Date; closedAt: Date | null };

/** Holds the tickets to the end of the transaction; those that are gone are left out. */
export async function lockTickets(call: StoreCall, ids: readonly string[]): Promise<LockedTicket[]> {
  const { rows } = await sql<LockedTicket>`
    select id, reference, title, description, priority, status, category_id as "categoryId", owner_id as "ownerId",
      created_at as "createdAt", closed_at as "closedAt"
    from tickets where workspace_id = ${call.workspaceId} and id = any(${ids}::uuid[])
    order by id for update`.execute(call.tx);
  return rows;
}

/** Writes locked tickets as they shall be. Throws a unique violation of `tickets_reference`. */
export async function updateTickets(call: StoreCall, rows: readonly LockedTicket[]): Promise<void> {
  await sql`
    update tickets t set reference = n.reference, title = n.title, description = n.description,
      priority = n.priority, status = n.status, category_id = n.category_id, owner_id = n.owner_id,
      closed_at = n.closed_at, updated_at = ${call.now}
    from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.reference)}::text[],
      ${rows.map((r) => r.title)}::text[], ${rows.map((r) => r.description)}::text[],
      ${rows.map((r) => r.priority)}::text[], ${rows.map((r) => r.status)}::text[],
      ${rows.map((r) => r.categoryId)}::uuid[], ${rows.map((r) => r.ownerId)}::uuid[],
      ${rows.map((r) => r.closedAt)}::timestamptz[])
      n(id, reference, title, description, priority, status, category_id, owner_id, closed_at)
    where t.workspace_id = ${call.workspaceId} and t.id = n.id`.execute(call.tx);
}

export async function deleteTicket(call: Pick<StoreCall, 'tx' | 'workspaceId'>, id: string): Promise<void> {
  await sql`delete from tickets where workspace_id = ${call.workspaceId} and id = ${id}`.execute(call.tx);
}

/** Whether any ticket is in the status; tickets that are just moved into it are waited for. */
export async function anyTicketIn(call: StoreCall, status: string): Promise<boolean> {
  const { rows } = await sql`select 1 from tickets
    where workspace_id = ${call.workspaceId} and status = ${status} limit 1`.execute(call.tx);
  return rows.length > 0;
}

/** Ids of the tickets that one column holds this value in: what has to move when the value goes. */
export async function ticketsWith(
  call: StoreCall,
  column: 'status' | 'category_id',
  value: string,
  most: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from tickets where workspace_id = ${call.workspaceId}
      and ${sql.ref(column)} = ${column === 'status' ? sql`${value}` : sql`${value}::uuid`}
    order by id limit ${most}`.execute(call.tx);
  return rows.map((row) => row.id);
}

/** Makes the tickets of one contact another's, and of its chats the chats that take their place. */
export async function moveTickets(
  call: Pick<StoreCall, 'tx' | 'workspaceId'>,
  from: string,
  to: string,
): Promise<void> {
  await sql`
    update tickets t set contact_id = ${to}, conversation_id = coalesce((
      select kept.id from conversations gone
      join conversations kept on kept.workspace_id = gone.workspace_id and kept.number_id = gone.number_id
        and kept.contact_id = ${to}
      where gone.workspace_id = t.workspace_id and gone.id = t.conversation_id), t.conversation_id)
    where t.workspace_id = ${call.workspaceId} and t.contact_id = ${from}`.execute(call.tx);
}
