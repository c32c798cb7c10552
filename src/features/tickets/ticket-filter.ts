// Turns a filter into conditions on tickets, with the row rule; and counts what it finds.
import { type RawBuilder, sql } from 'kysely';
import type { TicketFilter } from './ticket-shapes.contract.ts';
import type { ReadCall } from './tickets.types.ts';
import { type VisibleTickets, visibleTickets } from './visibility.ts';

type Condition = RawBuilder<boolean>;

/** More matches than this are found faster by walking the list than through the index of the search. */
const FEW = 2_000;

/** Conditions on `tickets t`; values of one kind are alternatives, all kinds must hold. */
export async function matching(call: ReadCall, filter: TicketFilter): Promise<VisibleTickets> {
  const { status, macroState, priority, categoryId, ownerId, contactId } = filter;
  const all: Condition[] = [visibleTickets(call)];
  if (filter.reference) all.push(sql`t.reference_key = lower(${filter.reference})`);
  if (status?.length) all.push(sql`t.status = any(${status}::text[])`);
  if (macroState) all.push(macroState === 'closed' ? sql`t.closed_at is not null` : sql`t.closed_at is null`);
  if (priority?.length) all.push(sql`t.priority = any(${priority}::text[])`);
  if (categoryId?.length) all.push(anyOf(sql`t.category_id`, categoryId));
  if (ownerId?.length)
    all.push(
      anyOf(
        sql`t.owner_id`,
        ownerId.flatMap((id) => (id === 'me' ? (call.userId ?? []) : id)),
      ),
    );
  if (contactId) all.push(sql`t.contact_id = ${contactId}`);
  if (filter.from) all.push(sql`t.created_at >= ${startOf(call, filter.from, 0)}`);
  if (filter.to) all.push(sql`t.created_at < ${startOf(call, filter.to, 1)}`);
  if (filter.search) all.push(await searching(call, filter.search));
  return sql<boolean>`(${sql.join(all, sql` and `)})` as VisibleTickets;
}

/** One of these ids, or no id where `none` is among them. */
function anyOf(column: RawBuilder<unknown>, values: readonly string[]): Condition {
  const ids = values.filter((value) => value !== 'none');
  const among = sql<boolean>`${column} = any(${ids}::uuid[])`;
  return values.includes('none') ? sql`(${among} or ${column} is null)` : among;
}

/** The first instant of the day that lies `later` days after `day`, in the workspace's time zone. */
function startOf(call: ReadCall, day: string, later: number): RawBuilder<Date> {
  return sql`(select (${day}::date + ${later}::int)::timestamp at time zone w.time_zone
    from workspaces w where w.id = ${call.workspaceId})`;
}

const like = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** Every word in the ticket or in its contact; a phone number may be written with spaces. */
async function searching(call: ReadCall, text: string): Promise<Condition> {
  const lower = text.toLowerCase();
  const contact = (condition: Condition) => sql<boolean>`exists (select from contacts k
    where k.workspace_id = t.workspace_id and k.id = t.contact_id and ${condition})`;
  if (/^\+?[\d\s().\-/]{3,}$/.test(lower)) {
    const [written, digits] = [like(lower), like(lower.replace(/[^\d+]/g, ''))];
    const plain = sql<boolean>`(t.search like ${written} or ${contact(sql`k.search like ${digits}`)})`;
    return narrowed(call, written, digits, plain);
  }
  const patterns = lower.split(/\s+/).slice(0, 8).map(like);
  const plain = contact(sql`t.search || ' ' || k.search like all (${patterns}::text[])`);
  // The index knows groups of three letters: the longest word narrows most.
  const longest = patterns.reduce((a, b) => (b.length > a.length ? b : a));
  return narrowed(call, longest, longest, plain);
}

async function narrowed(
  call: ReadCall,
  ofTicket: string,
  ofContact: string,
  plain: Condition,
): Promise<Condition> {
  if (Math.min(ofTicket.length, ofContact.length) < '%...%'.length) return plain;
  const { rows } = await sql<{ tickets: string[]; contacts: string[] }>`
    select array(select tickets_matching(${ofTicket}, ${FEW + 1})) as tickets,
      array(select contacts_matching(${ofContact}, ${FEW + 1})) as contacts`.execute(call.tx);
  const { tickets, contacts } = rows[0]!;
  if (tickets.length > FEW || contacts.length > FEW) return plain;
  return sql<boolean>`((t.id = any(${tickets}::uuid[]) or t.contact_id = any(${contacts}::uuid[])) and ${plain})`;
}

/** From the running figures where they know the answer, else by looking. */
export async function countTickets(call: ReadCall, filter: TicketFilter): Promise<number> {
  const { status, macroState, priority, categoryId, ...rest } = filter;
  const known = Object.values(rest).every((value) => value === undefined);
  if (!known || !call.permissions.has('chats:all')) return countByLooking(call, filter);
  const conditions: Condition[] = [sql`workspace_id = ${call.workspaceId}`];
  if (status?.length) conditions.push(sql`status = any(${status}::text[])`);
  if (macroState)
    conditions.push(sql`status in (select s.code from ticket_statuses s
      where s.workspace_id = ${call.workspaceId} and s.macro_state = ${macroState})`);
  if (priority?.length) conditions.push(sql`priority = any(${priority}::text[])`);
  if (categoryId?.length) conditions.push(anyOf(sql`category_id`, categoryId));
  const { rows } = await sql<{ count: number }>`
    select coalesce(sum(tickets), 0)::int as count from ticket_tallies
    where ${sql.join(conditions, sql` and `)}`.execute(call.tx);
  return rows[0]!.count;
}

async function countByLooking(call: ReadCall, filter: TicketFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from tickets t where ${await matching(call, filter)}`.execute(call.tx);
  return rows[0]!.count;
}
