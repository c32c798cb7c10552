// The SQL on conversion events: writing them once, what a deal has of them, what goes with their people.
import { sql } from 'kysely';
import { newId } from '#kit/ids.ts';
import type { Conversion } from './conversions.contract.ts';
import type { NewConversion, ReadCall, StoreCall } from './conversions.types.ts';

/**
 * Answers the deals that have new ones. A lead is told once of a person and deal, a view once a day, a purchase once of
 * a deal; a purchase that was left out takes what is known now.
 */
export async function insertConversions(call: StoreCall, rows: readonly NewConversion[]): Promise<string[]> {
  const { rows: told } = await sql<{ dealId: string }>`
    with given as (
      select u.*, (u.happened_at at time zone 'UTC')::date as today
      from unnest(${rows.map(() => newId())}::uuid[], ${rows.map((r) => r.dealId)}::uuid[],
        ${rows.map((r) => r.contactId)}::uuid[], ${rows.map((r) => r.kind)}::text[], ${rows.map((r) => r.at)}::timestamptz[],
        ${rows.map((r) => r.amount)}::bigint[], ${rows.map((r) => r.currency)}::text[],
        ${rows.map((r) => r.leftOut)}::text[], ${rows.map((r) => r.onlyAgain)}::boolean[])
        u(id, deal_id, contact_id, kind, happened_at, amount, currency, reason, only_again)
      join deals d on d.workspace_id = ${call.workspaceId} and d.id = u.deal_id
      join contacts c on c.workspace_id = ${call.workspaceId} and c.id = u.contact_id
    ), purchases as (
      select distinct on (deal_id) given.*, bool_and(only_again) over (partition by deal_id) as later_only
      from given where kind = 'purchase' order by deal_id, reason nulls first, id desc
    ), again as (
      update conversion_events e set contact_id = g.contact_id, happened_at = g.happened_at, amount = g.amount,
        currency = g.currency, state = case when g.reason is null then 'waiting' else 'left_out' end, reason = g.reason,
        due_at = ${call.now}, settled_at = case when g.reason is not null then ${call.now}::timestamptz end
      from purchases g
      where e.workspace_id = ${call.workspaceId} and e.deal_id = g.deal_id and e.kind = 'purchase' and e.state = 'left_out'
      returning e.deal_id
    ), made as (
      insert into conversion_events (workspace_id, id, deal_id, contact_id, kind, day, happened_at, amount, currency,
        state, reason, due_at, created_at, settled_at)
      select ${call.workspaceId}, id, deal_id, contact_id, kind, case when kind = 'view' then today end, happened_at,
        amount, currency, case when reason is null then 'waiting' else 'left_out' end, reason, ${call.now}, ${call.now},
        case when reason is not null then ${call.now}::timestamptz end
      from (select given.*, false as later_only from given where kind <> 'purchase'
        union all select * from purchases where deal_id not in (select deal_id from again)) fresh
      where not later_only
      order by id
      on conflict do nothing
      returning deal_id
    )
    select deal_id as "dealId" from again union select deal_id from made`.execute(call.tx);
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

/** What waits is not told any more. */
export async function leaveOutWaiting(call: StoreCall): Promise<void> {
  await sql`update conversion_events set state = 'left_out', reason = 'switched_off', settled_at = ${call.now}
    where workspace_id = ${call.workspaceId} and state = 'waiting'`.execute(call.tx);
}

/** Of what both people were to be told, what has come further stays. */
export async function moveConversions(call: ReadCall, from: string, to: string): Promise<void> {
  const { workspaceId, tx } = call;
  const twin = (mine: string, other: string) => sql`
    e.workspace_id = ${workspaceId} and e.contact_id = ${mine} and exists (
      select from conversion_events o where o.workspace_id = e.workspace_id and o.contact_id = ${other}
        and o.deal_id = e.deal_id and o.kind = e.kind and o.day is not distinct from e.day)`;
  await sql`delete from conversion_events e where ${twin(to, from)} and e.state in ('waiting', 'left_out')`.execute(
    tx,
  );
  await sql`delete from conversion_events e where ${twin(from, to)}`.execute(tx);
  await sql`update conversion_events set contact_id = ${to}
    where workspace_id = ${workspaceId} and contact_id = ${from}`.execute(tx);
}

/** Leads and purchases stay as long as their deal, since they are told once; of views their day tells that. */
export async function forgetViews(call: ReadCall, before: Date): Promise<void> {
  await sql`delete from conversion_events where workspace_id = ${call.workspaceId} and kind = 'view'
    and day < ${before}::date and state not in ('waiting', 'sending')`.execute(call.tx);
}
