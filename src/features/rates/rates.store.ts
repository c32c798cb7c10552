// The SQL on rates and on what WhatsApp charged.
import { sql } from 'kysely';
import { decodeCursor, type Page, toPage } from '#kit/paging.ts';
import type { Call } from '#operations/call.ts';
import type { RateRow } from './price-volume.ts';
import type { Rate } from './rates.contract.ts';

type ReadCall = Pick<Call, 'tx' | 'workspaceId'>;

const COLUMNS = sql`country, category, valid_from::text as "validFrom", currency, tier_from as "tierFrom", micros`;

export async function pageOfRates(
  call: ReadCall,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<Rate>> {
  const [country, category, day, tier] = cursor
    ? decodeCursor(cursor, ['text', 'text', 'text', 'count'])
    : [];
  const after = cursor
    ? sql`and (country, category, valid_from::text, tier_from) > (${country}, ${category}, ${day}, ${tier}::int)`
    : sql``;
  const { rows } = await sql<Rate>`
    select ${COLUMNS} from rates where workspace_id = ${call.workspaceId} ${after}
    order by country, category, valid_from, tier_from limit ${limit + 1}`.execute(call.tx);
  return toPage(rows, limit, (row) => [row.country, row.category, row.validFrom, row.tierFrom]);
}

/** Rates of these categories; a card has some hundred rows. */
export async function readRates(call: ReadCall, categories: readonly string[]): Promise<RateRow[]> {
  const { rows } = await sql<RateRow>`
    select ${COLUMNS} from rates
    where workspace_id = ${call.workspaceId} and category = any(${categories}::text[])`.execute(call.tx);
  return rows;
}

/** Replaces the rates of each market, category and day that the rows name. */
export async function replaceRates(call: ReadCall, rows: readonly RateRow[]): Promise<void> {
  const given = sql`unnest(${rows.map((r) => r.country)}::text[], ${rows.map((r) => r.category)}::text[],
    ${rows.map((r) => r.validFrom)}::date[], ${rows.map((r) => r.currency)}::text[],
    ${rows.map((r) => r.tierFrom)}::int[], ${rows.map((r) => r.micros)}::int8[])
    g(country, category, valid_from, currency, tier_from, micros)`;
  await sql`delete from rates r using ${given} where r.workspace_id = ${call.workspaceId} and r.country = g.country
    and r.category = g.category and r.valid_from = g.valid_from`.execute(call.tx);
  await sql`insert into rates (workspace_id, country, category, valid_from, currency, tier_from, micros)
    select ${call.workspaceId}, g.* from ${given}`.execute(call.tx);
}

export async function deleteRates(call: ReadCall): Promise<void> {
  await sql`delete from rates where workspace_id = ${call.workspaceId}`.execute(call.tx);
}

/** Messages outside campaigns are counted under this id. */
const NO_CAMPAIGN = '00000000-0000-0000-0000-000000000000';

export type ChargeCount = {
  campaignId: string | null;
  country: string;
  category: string;
  charged: boolean;
  count: number;
};

/** Adds to the counts of the day, always in the same order, so that batches never wait for each other in a circle. */
export async function addCharges(
  call: ReadCall & Pick<Call, 'now'>,
  charges: readonly ChargeCount[],
): Promise<void> {
  if (charges.length === 0) return;
  await sql`
    insert into charges as c (workspace_id, campaign_id, day, country, category, charged, count)
    select ${call.workspaceId}, u.campaign_id, ${call.now}::timestamptz at time zone 'UTC', u.country, u.category, u.charged,
      sum(u.count)
    from unnest(${charges.map((c) => c.campaignId ?? NO_CAMPAIGN)}::uuid[], ${charges.map((c) => c.country)}::text[],
      ${charges.map((c) => c.category)}::text[], ${charges.map((c) => c.charged)}::boolean[],
      ${charges.map((c) => c.count)}::int[]) u(campaign_id, country, category, charged, count)
    group by 2, 4, 5, 6 order by 2, 4, 5, 6
    on conflict (workspace_id, campaign_id, day, country, category, charged)
      do update set count = c.count + excluded.count`.execute(call.tx);
}

export type ChargedDay = {
  campaignId: string;
  day: string;
  country: string;
  category: string;
  charged: boolean;
  count: number;
};

/** What was counted for campaigns, by day. */
export async function chargesOf(call: ReadCall, campaignIds: readonly string[]): Promise<ChargedDay[]> {
  const { rows } = await sql<ChargedDay>`
    select campaign_id as "campaignId", day::text, country, category, charged, count from charges
    where workspace_id = ${call.workspaceId} and campaign_id = any(${campaignIds}::uuid[])
    order by day, country, category`.execute(call.tx);
  return rows;
}

/** Charged messages of a country and category in the month of `day`, before that day. */
export async function chargedBefore(
  call: ReadCall,
  wanted: { country: string; category: string; day: string },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select coalesce(sum(count), 0)::int8 as count from charges
    where workspace_id = ${call.workspaceId} and charged and country = ${wanted.country}
      and category = ${wanted.category} and day >= date_trunc('month', ${wanted.day}::date) and day < ${wanted.day}::date`.execute(
    call.tx,
  );
  return rows[0]?.count ?? 0;
}
