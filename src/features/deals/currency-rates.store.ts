// The SQL on rates of currencies, and on what deals are worth by them.
import { sql } from 'kysely';
import type { CurrencyRate } from './deal-settings.contract.ts';
import type { AmountOf } from './deal-shapes.contract.ts';
import type { Factors } from './deals.store.ts';
import type { StoreCall } from './deals.types.ts';

type ReadCall = Pick<StoreCall, 'tx' | 'workspaceId'>;

export async function readRates(call: ReadCall): Promise<CurrencyRate[]> {
  const { rows } = await sql<CurrencyRate>`
    select currency, rate, source, to_char(as_of, 'YYYY-MM-DD') as "asOf" from currency_rates
    where workspace_id = ${call.workspaceId} order by currency`.execute(call.tx);
  return rows;
}

/** Amounts of deals that are worth nothing known, by currency. */
export async function unratedAmounts(call: ReadCall): Promise<AmountOf[]> {
  const { rows } = await sql<AmountOf>`
    select currency, sum(amount) as amount, sum(deals)::int as count from deal_tallies
    where workspace_id = ${call.workspaceId} and currency is not null
    group by 1 having sum(unrated) > 0 order by 1`.execute(call.tx);
  return rows;
}

export async function writeRates(call: ReadCall, rates: readonly CurrencyRate[]): Promise<void> {
  await sql`
    insert into currency_rates (workspace_id, currency, rate, source, as_of)
    select ${call.workspaceId}, r.currency, r.rate, r.source, r.as_of
    from unnest(${rates.map((r) => r.currency)}::text[], ${rates.map((r) => r.rate)}::float8[],
      ${rates.map((r) => r.source)}::text[], ${rates.map((r) => r.asOf)}::date[]) r(currency, rate, source, as_of)
    on conflict (workspace_id, currency) do update
    set rate = excluded.rate, source = excluded.source, as_of = excluded.as_of`.execute(call.tx);
}

/** Without `currencies`: all. */
export async function removeRates(call: ReadCall, currencies?: readonly string[]): Promise<void> {
  await sql`delete from currency_rates where workspace_id = ${call.workspaceId}
    and (${currencies === undefined} or currency = any(${currencies ?? []}::text[]))`.execute(call.tx);
}

/** Writes anew what deals are worth, where it is another than before. Deals that are written meanwhile are waited for. */
export async function revalueDeals(call: ReadCall, factors: Factors): Promise<void> {
  const known = [...factors];
  await sql`select 1 from deals where workspace_id = ${call.workspaceId} and amount is not null
    order by id for no key update`.execute(call.tx);
  const worth = sql`case when f.factor is not null then least(round(d.amount * f.factor), 9e15)::bigint end`;
  await sql`
    update deals d set worth = ${worth}
    from (select c.currency, f.factor from (select distinct currency from deals
        where workspace_id = ${call.workspaceId} and amount is not null) c
      left join unnest(${known.map(([code]) => code)}::text[], ${known.map(([, factor]) => factor)}::float8[])
        f(currency, factor) on f.currency = c.currency) f
    where d.workspace_id = ${call.workspaceId} and d.amount is not null and d.currency = f.currency
      and d.worth is distinct from ${worth}`.execute(call.tx);
}
