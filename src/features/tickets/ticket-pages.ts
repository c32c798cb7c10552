// Pages of tickets in each of their orders: by a column, or kind by kind and the latest of each first.
import { type RawBuilder, sql } from 'kysely';
import { badInput } from '#kit/errors.ts';
import { decodeCursor } from '#kit/paging.ts';
import { readChosenTickets, type TicketReader } from './read-tickets.ts';
import type { MacroState, Ticket, TicketSort } from './ticket-shapes.contract.ts';
import { readStatuses } from './ticket-statuses.store.ts';
import type { VisibleTickets } from './visibility.ts';

type Page = {
  sort: TicketSort;
  limit: number;
  cursor?: string | undefined;
  /** What `where` asks for, so that the order by closing begins there. */
  macroState?: MacroState | undefined;
};
type Placed = { ticket: Ticket; place: string };

/** When open tickets were closed. */
const NEVER = sql`'0001-01-01 00:00:00+00'::timestamptz`;

/** The column of each order, as its index has it, with the kind of its values in a cursor. */
const COLUMNS = {
  created: { column: sql`t.created_at`, kind: 'instant', type: sql`timestamptz` },
  updated: { column: sql`t.updated_at`, kind: 'instant', type: sql`timestamptz` },
  closed: {
    column: sql`coalesce(t.closed_at, ${NEVER})`,
    kind: 'instant',
    type: sql`timestamptz`,
  },
  priority: { column: sql`t.priority_rank`, kind: 'text', type: sql`smallint` },
  title: { column: sql`t.title_key`, kind: 'text', type: sql`text` },
  reference: { column: sql`t.reference_key`, kind: 'text', type: sql`text` },
} as const;

/** Kinds of tickets: their keys in order, and which tickets `t` are of the kind `o.key`, or of none. */
const KINDS = {
  status: {
    keys: (id: string) => sql`select s.code as key, row_number() over (order by s.position, s.code) as nth
      from ticket_statuses s where s.workspace_id = ${id}`,
    is: sql`t.status = o.key`,
    isNone: null,
  },
  category: {
    keys: (
      id: string,
    ) => sql`select g.id::text as key, row_number() over (order by lower(g.name), g.id) as nth
      from ticket_categories g where g.workspace_id = ${id} union all select null, 1000000`,
    is: sql`t.category_id = o.key::uuid`,
    isNone: sql`o.key is null and t.category_id is null`,
  },
  owner: {
    keys: (
      id: string,
    ) => sql`select u.id::text as key, row_number() over (order by lower(u.name), u.id) as nth
      from memberships m join users u on u.id = m.user_id where m.workspace_id = ${id}
      union all select null, 1000000`,
    is: sql`t.owner_id = o.key::uuid`,
    isNone: sql`o.key is null and t.owner_id is null`,
  },
} as const;

/** Those that meet `where`, each with its place in the order. */
export async function readTicketPage(
  call: TicketReader,
  where: VisibleTickets,
  page: Page,
): Promise<Placed[]> {
  const down = page.sort.startsWith('-');
  const name = page.sort.replace('-', '');
  return name in KINDS
    ? byKind(call, where, KINDS[name as keyof typeof KINDS], down, page)
    : byColumn(call, where, COLUMNS[name as keyof typeof COLUMNS], down, page);
}

function byColumn(
  call: TicketReader,
  where: VisibleTickets,
  { column, kind, type }: (typeof COLUMNS)[keyof typeof COLUMNS],
  down: boolean,
  { limit, cursor, macroState }: Page,
): Promise<Placed[]> {
  const [way, sign] = down ? [sql`desc`, sql`<`] : [sql`asc`, sql`>`];
  const begins =
    column === COLUMNS.closed.column && macroState
      ? sql`and ${column} ${macroState === 'closed' ? sql`>` : sql`=`} ${NEVER}`
      : sql``;
  let rest = sql``;
  if (cursor !== undefined) {
    const [value, id] = decodeCursor(cursor, [kind, 'id']);
    if (column === COLUMNS.priority.column && !/^[1-6]$/.test(value)) throw strange();
    rest = sql`and (${column}, t.id) ${sign} (${value}::${type}, ${id}::uuid)`;
  }
  const order = sql`order by ${column} ${way}, t.id ${way}`;
  return readChosenTickets(
    call,
    sql`select t.*, (${column})::text as place_text from tickets t where ${where} ${begins} ${rest} ${order} limit ${limit}`,
    order,
  );
}

/** Few kinds, so each is asked for its latest through its index, one after the other until the page is full. */
async function byKind(
  call: TicketReader,
  where: VisibleTickets,
  { keys, is, isNone }: (typeof KINDS)[keyof typeof KINDS],
  down: boolean,
  { limit, cursor }: Page,
): Promise<Placed[]> {
  // A workspace gets its statuses when it is asked for them.
  await readStatuses(call);
  const [way, sign] = down ? [sql`desc`, sql`<`] : [sql`asc`, sql`>`];
  let [from, within]: RawBuilder<unknown>[] = [sql``, sql``];
  if (cursor !== undefined) {
    const [place, id] = decodeCursor(cursor, ['text', 'id']);
    const [nth, at] = place.split('|');
    if (!/^\d{1,7}$/.test(nth ?? '') || !isInstant(at)) throw strange();
    from = sql`where k.nth ${sign}= ${nth}::bigint`;
    within = sql`and (o.nth <> ${nth}::bigint or (t.created_at, t.id) < (${at}::timestamptz, ${id}::uuid))`;
  }
  const latest = (condition: RawBuilder<unknown>) => sql`(
    select t.*, o.nth, o.nth || '|' || t.created_at::text as place_text from tickets t
    where ${where} and ${condition} ${within} order by t.created_at desc, t.id desc limit ${limit})`;
  return readChosenTickets(
    call,
    sql`select c.* from (select k.* from (${keys(call.workspaceId)}) k ${from} order by k.nth ${way}) o
      cross join lateral (${isNone === null ? latest(is) : sql`${latest(is)} union all ${latest(isNone)}`}) c
      order by o.nth ${way}, c.created_at desc, c.id desc limit ${limit}`,
    sql`order by t.nth ${way}, t.created_at desc, t.id desc`,
  );
}

function isInstant(text: string | undefined): boolean {
  return (
    /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+\d\d$/.test(text ?? '') && !Number.isNaN(Date.parse(text!))
  );
}

function strange() {
  return badInput([{ path: 'cursor', message: 'Not a cursor of this list' }]);
}
