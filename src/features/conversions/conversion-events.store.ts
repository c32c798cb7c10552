// The SQL on conversion events: writing them once, what a deal has of them, what goes with their people.
import { type RawBuilder, sql } from 'kysely';
import { newId } from '#kit/ids.ts';
import type { Conversion } from './conversions.contract.ts';
import type { NewConversion, ReadCall, StoreCall } from './conversions.types.ts';

type Numbered = NewConversion & { id: string };

/**
 * Answers the deals that have new ones. A lead is told once of a person and deal, a view and a loss once a day, a
 * purchase once of a deal; a purchase that was left out takes what is known now.
 */
export async function insertConversions(call: StoreCall, rows: readonly NewConversion[]): Promise<string[]> {
  const numbered = rows.map((row) => ({ ...row, id: newId() }));
  const sold = numbered.filter((row) => row.kind === 'purchase').toReversed();
  const sales = new Map(sold.map((row) => [row.dealId, row]));
  const others = await insert(
    call,
    numbered.filter((row) => row.kind !== 'purchase'),
    sql`do nothing`,
  );
  const again = sql`(workspace_id, deal_id) where kind = 'purchase' do update set contact_id = excluded.contact_id,
    happened_at = excluded.happened_at, amount = excluded.amount, currency = excluded.currency,
    state = excluded.state, reason = excluded.reason, settled_at = excluded.settled_at where e.state = 'left_out'`;
  return [...others, ...(await insert(call, [...sales.values()], again))];
}

/** In one order, whoever inserts: two that do at once wait for each other, never in a circle. */
async function insert(
  call: StoreCall,
  rows: readonly Numbered[],
  onConflict: RawBuilder<unknown>,
): Promise<string[]> {
  if (rows.length === 0) return [];
  const { rows: told } = await sql<{ dealId: string }>`
    insert into conversion_events as e (workspace_id, id, deal_id, contact_id, kind, day, happened_at, amount, currency,
      state, reason, created_at, settled_at)
    select ${call.workspaceId}, u.id, u.deal_id, u.contact_id, u.kind, of.day, u.happened_at, u.amount, u.currency,
      case when u.reason is null then 'waiting' else 'left_out' end, u.reason, ${call.now},
      case when u.reason is not null then ${call.now}::timestamptz end
    from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.dealId)}::uuid[],
      ${rows.map((r) => r.contactId)}::uuid[], ${rows.map((r) => r.kind)}::text[],
      ${rows.map((r) => r.at)}::timestamptz[], ${rows.map((r) => r.amount)}::bigint[],
      ${rows.map((r) => r.currency)}::text[], ${rows.map((r) => r.leftOut)}::text[])
      u(id, deal_id, contact_id, kind, happened_at, amount, currency, reason)
    join deals d on d.workspace_id = ${call.workspaceId} and d.id = u.deal_id
    join contacts c on c.workspace_id = ${call.workspaceId} and c.id = u.contact_id
    cross join lateral (
      select case when u.kind in ('view', 'lost') then (u.happened_at at time zone 'UTC')::date end as day
    ) of
    order by u.deal_id, u.contact_id, u.kind, of.day
    on conflict ${onConflict}
    returning e.deal_id as "dealId"`.execute(call.tx);
  return told.map((row) => row.dealId);
}

const MOST_SHOWN = 100;

export type ConversionRow = Omit<Conversion, 'contact' | 'at' | 'settledAt'> & {
  contactId: string;
  at: Date;
  settledAt: Date | null;
};

/** Newest first, at most 100; null when there is no such deal. */
export async function conversionsOfDeal(call: ReadCall, dealId: string): Promise<ConversionRow[] | null> {
  const deal =
    await sql`select from deals where workspace_id = ${call.workspaceId} and id = ${dealId}`.execute(call.tx);
  if (deal.rows.length === 0) return null;
  const { rows } = await sql<ConversionRow>`
    select id, kind, contact_id as "contactId", happened_at as at, amount::float8 as amount, currency, state, reason,
      detail, settled_at as "settledAt"
    from conversion_events where workspace_id = ${call.workspaceId} and deal_id = ${dealId}
    order by created_at desc, id desc limit ${MOST_SHOWN}`.execute(call.tx);
  return rows;
}

/** What waits, and what became of the others since `since`. */
export async function countConversions(call: ReadCall, since: Date): Promise<Record<string, number>> {
  const { rows } = await sql<{ state: string; count: number }>`
    select state, count(*)::int as count from conversion_events
    where workspace_id = ${call.workspaceId} and (state in ('waiting', 'sending') or settled_at >= ${since})
    group by state`.execute(call.tx);
  return Object.fromEntries(rows.map((row) => [row.state, row.count]));
}

/** What waits is not told any more. Answers the deals concerned. */
export async function leaveOutWaiting(call: StoreCall): Promise<string[]> {
  const { rows } = await sql<{ dealId: string }>`
    update conversion_events set state = 'left_out', reason = 'switched_off', settled_at = ${call.now}
    where workspace_id = ${call.workspaceId} and state = 'waiting' returning deal_id as "dealId"`.execute(
    call.tx,
  );
  return rows.map((row) => row.dealId);
}

/** Of what both people were to be told, what has come further stays; of two that have come as far, that of `to`. */
export async function moveConversions(call: StoreCall, from: string, to: string): Promise<void> {
  const { workspaceId, tx } = call;
  const rank = (row: 'e' | 'o') => {
    const state = sql.ref(`${row}.state`);
    return sql`case ${state} when 'left_out' then 0 when 'waiting' then 1 else 2 end`;
  };
  const twin = (mine: string, other: string, further: RawBuilder<unknown>) => sql`
    e.workspace_id = ${workspaceId} and e.contact_id = ${mine} and exists (
      select from conversion_events o where o.workspace_id = e.workspace_id and o.contact_id = ${other}
        and o.deal_id = e.deal_id and o.kind = e.kind and o.day is not distinct from e.day and ${further})`;
  const furtherOnly = sql`${rank('o')} > ${rank('e')}`;
  await sql`delete from conversion_events e where ${twin(to, from, furtherOnly)}`.execute(tx);
  await sql`delete from conversion_events e where ${twin(from, to, sql`true`)}`.execute(tx);
  await sql`update conversion_events set contact_id = ${to}
    where workspace_id = ${workspaceId} and contact_id = ${from}`.execute(tx);
}

/** Leads and purchases stay as long as their deal, since they are told once; of the others their day tells that. */
export async function forgetViews(call: StoreCall, before: Date): Promise<void> {
  await sql`delete from conversion_events where workspace_id = ${call.workspaceId} and day < ${before}::date
    and state not in ('waiting', 'sending')`.execute(call.tx);
}
