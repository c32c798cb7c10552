// Reads tickets as the contract shows them; the row rule is part of every query.
import { type RawBuilder, sql } from 'kysely';
import type { TicketFacts } from '#events/ticket-events.ts';
import { displayName } from '#features/contacts/contacts.ts';
import { visibleThreads } from '#features/threads/threads.ts';
import { notFound } from '#kit/errors.ts';
import { isId } from '#kit/ids.ts';
import { iso } from '#operations/operation.ts';
import { builtInName } from './default-statuses.contract.ts';
import type { Priority, Ticket } from './ticket-shapes.contract.ts';
import { readStatuses } from './ticket-statuses.store.ts';
import type { ReadCall, Status } from './tickets.types.ts';
import { everyTicket, visibleTickets } from './visibility.ts';

type Row = {
  id: string;
  reference: string;
  title: string;
  description: string;
  priority: Priority;
  status: string;
  categoryId: string | null;
  categoryName: string | null;
  ownerId: string | null;
  ownerName: string | null;
  contactId: string;
  first_name: string;
  last_name: string;
  profile_name: string | null;
  username: string | null;
  wa_id: string | null;
  wa_user_id: string | null;
  phone: string | null;
  ownConversationId: string | null;
  conversationId: string | null;
  openedBy: { kind: string; name: string };
  createdAt: Date;
  updatedAt: Date;
  closedAt: Date | null;
  place: string;
};

export type TicketReader = ReadCall & { now: Date };

/** Tickets that `chosen` selects, all columns with their place in the order as `place_text`, in this `order`. */
export async function readChosenTickets(
  call: TicketReader,
  chosen: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
): Promise<{ ticket: Ticket; place: string }[]> {
  const rows = await readRows(call, chosen, order);
  const statuses = await statusesByCode(call);
  return rows.map((row) => ({ ticket: toTicket(row, statuses), place: row.place }));
}

/** The ticket of an id or reference. Throws `not_found` when there is none, and alike when the caller may not see it. */
export async function findTicket(call: TicketReader, key: string): Promise<Ticket> {
  const byReference = sql`t.reference_key = lower(${key})`;
  const found = isId(key) ? sql`(t.id = ${key}::uuid or ${byReference})` : byReference;
  // An id wins over a reference that looks like one.
  const [row] = await readRows(
    call,
    meeting(sql`${visibleTickets(call)} and ${found} order by t.id::text = lower(${key}) desc limit 1`),
  );
  if (!row) throw notFound('ticket');
  return toTicket(row, await statusesByCode(call));
}

/** Ids among `ids` of tickets that the caller may see. */
export async function seenAmong(call: ReadCall, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select t.id from tickets t where ${visibleTickets(call)} and t.id = any(${ids}::uuid[])`.execute(call.tx);
  return rows.map((row) => row.id);
}

/** Tickets just written, whoever may see them: as the caller is shown them, and as events tell of them. */
export async function readWritten(
  call: TicketReader,
  ids: readonly string[],
): Promise<Map<string, { ticket: Ticket; facts: TicketFacts }>> {
  const rows = await readRows(call, meeting(sql`${everyTicket(call)} and t.id = any(${ids}::uuid[])`));
  const statuses = await statusesByCode(call);
  return new Map(
    rows.map((row) => {
      const ticket = toTicket(row, statuses);
      return [row.id, { ticket, facts: toFacts(ticket, row.ownConversationId) }];
    }),
  );
}

/** `where` is the whole end of the query on `tickets t`: condition, order, limit. */
function meeting(where: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select t.*, '' as place_text from tickets t where ${where}`;
}

async function readRows(
  call: TicketReader,
  chosen: RawBuilder<unknown>,
  order: RawBuilder<unknown> = sql``,
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select t.id, t.reference, t.title, t.description, t.priority, t.status,
      t.category_id as "categoryId", g.name as "categoryName", t.owner_id as "ownerId", u.name as "ownerName",
      t.contact_id as "contactId", k.first_name, k.last_name, k.profile_name, k.username, k.wa_id, k.wa_user_id,
      k.phone, t.conversation_id as "ownConversationId",
      (select c.id from conversations c where c.workspace_id = t.workspace_id and c.contact_id = t.contact_id
        and ${visibleThreads(call)}
        order by (c.id = t.conversation_id) desc nulls last, c.last_message_at desc nulls last limit 1)
        as "conversationId",
      t.opened_by as "openedBy", t.created_at as "createdAt", t.updated_at as "updatedAt",
      t.closed_at as "closedAt", t.place_text as place
    from (${chosen}) t
    join contacts k on k.workspace_id = t.workspace_id and k.id = t.contact_id
    left join ticket_categories g on g.workspace_id = t.workspace_id and g.id = t.category_id
    left join users u on u.id = t.owner_id ${order}`.execute(call.tx);
  return rows;
}

async function statusesByCode(call: TicketReader): Promise<Map<string, Status>> {
  return new Map((await readStatuses(call)).map((status) => [status.code, status]));
}

function toTicket(row: Row, statuses: ReadonlyMap<string, Status>): Ticket {
  const status = statuses.get(row.status);
  const { kind, name } = row.openedBy;
  return {
    id: row.id,
    reference: row.reference,
    title: row.title,
    description: row.description,
    priority: row.priority,
    status: {
      code: row.status,
      name: status?.name ?? builtInName(row.status),
      renamed: status?.renamed ?? false,
      macroState: status?.macroState ?? (row.closedAt ? 'closed' : 'in_progress'),
    },
    category: row.categoryId === null ? null : { id: row.categoryId, name: row.categoryName ?? '' },
    owner: row.ownerId === null ? null : { userId: row.ownerId, name: row.ownerName ?? '' },
    contact: { id: row.contactId, name: displayName(row), phone: row.phone },
    conversationId: row.conversationId,
    openedBy: { kind, name },
    createdAt: iso(row.createdAt),
    updatedAt: iso(row.updatedAt),
    closedAt: iso(row.closedAt),
  };
}

function toFacts(ticket: Ticket, conversationId: string | null): TicketFacts {
  const { reference, title, description, priority, status, category, owner, contact } = ticket;
  return {
    reference,
    title,
    description,
    priority,
    status: { code: status.code, name: status.name, macroState: status.macroState },
    category,
    owner: owner && { id: owner.userId, name: owner.name },
    contactId: contact.id,
    conversationId,
  };
}
