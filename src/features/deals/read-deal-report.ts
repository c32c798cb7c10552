// Reads the figures of the report on deals.
import { type RawBuilder, sql } from 'kysely';
import type { DealReport } from './deal-report.contract.ts';
import type { StageRow, StoreCall } from './deals.types.ts';

type ReadCall = Pick<StoreCall, 'tx' | 'workspaceId'>;

/** Which deals: of a pipeline, of one owner when named, in the workspace's days from `from` to `to`. */
export type Period = {
  pipelineId: string;
  /** `none`: of nobody. */
  ownerId: string | undefined;
  from: string;
  to: string;
  timeZone: string;
};

const DAYS = sql`extract(epoch from d.closed_at - d.created_at) / 86400`;

const within = (instant: RawBuilder<unknown>, { from, to, timeZone }: Period) => sql<boolean>`
  (${instant} >= ${from}::date::timestamp at time zone ${timeZone}
    and ${instant} < (${to}::date + 1)::timestamp at time zone ${timeZone})`;

const chosen = (call: ReadCall, { pipelineId, ownerId }: Period) => sql<boolean>`
  d.workspace_id = ${call.workspaceId} and d.pipeline_id = ${pipelineId}
    and ${
      ownerId === undefined
        ? sql`true`
        : ownerId === 'none'
          ? sql`d.owner_id is null`
          : sql`d.owner_id = ${ownerId}::uuid`
    }`;

type EndedRow = { state: 'won' | 'lost'; count: number; worth: number; average: number; median: number };

export async function readEnded(call: ReadCall, period: Period): Promise<EndedRow[]> {
  const { rows } = await sql<EndedRow>`
    select d.state, count(*)::int as count, coalesce(sum(d.worth), 0) as worth, avg(${DAYS})::float8 as average,
      percentile_cont(0.5) within group (order by ${DAYS})::float8 as median
    from deals d where ${chosen(call, period)} and d.closed_at is not null and ${within(sql`d.closed_at`, period)}
    group by 1`.execute(call.tx);
  return rows;
}

export async function readClosedMonths(call: ReadCall, period: Period): Promise<DealReport['months']> {
  type Row = { month: string; won: number; lost: number; days: number | null };
  const { rows } = await sql<Row>`
    select to_char(d.closed_at at time zone ${period.timeZone}, 'YYYY-MM') as month,
      (count(*) filter (where d.state = 'won'))::int as won,
      (count(*) filter (where d.state = 'lost'))::int as lost,
      (percentile_cont(0.5) within group (order by ${DAYS}) filter (where d.state = 'won'))::float8 as days
    from deals d where ${chosen(call, period)} and d.closed_at is not null and ${within(sql`d.closed_at`, period)}
    group by 1 order by 1`.execute(call.tx);
  return rows.map(({ days, ...row }) => ({
    ...row,
    winRate: row.won / (row.won + row.lost),
    days: days === null ? null : rounded(days),
  }));
}

export async function readLostReasons(call: ReadCall, period: Period): Promise<DealReport['lostReasons']> {
  const { rows } = await sql<DealReport['lostReasons'][number]>`
    select r.id, r.name as reason, count(*)::int as count, coalesce(sum(d.worth), 0) as worth
    from deals d left join lost_reasons r on r.workspace_id = d.workspace_id and r.id = d.lost_reason_id
    where ${chosen(call, period)} and d.state = 'lost' and ${within(sql`d.closed_at`, period)}
    group by r.id, r.name order by 3 desc, 2 nulls last`.execute(call.tx);
  return rows;
}

export async function readOwners(call: ReadCall, period: Period): Promise<DealReport['owners']> {
  type Row = { userId: string | null; name: string | null; won: number; lost: number; worth: number };
  const { rows } = await sql<Row>`
    select d.owner_id as "userId", u.name, (count(*) filter (where d.state = 'won'))::int as won,
      (count(*) filter (where d.state = 'lost'))::int as lost,
      coalesce(sum(d.worth) filter (where d.state = 'won'), 0) as worth
    from deals d left join users u on u.id = d.owner_id
    where ${chosen(call, period)} and d.closed_at is not null and ${within(sql`d.closed_at`, period)}
    group by 1, 2 order by 5 desc, 3 desc, 2`.execute(call.tx);
  return rows.map(({ userId, name, ...figures }) => ({
    owner: userId === null ? null : { userId, name: name ?? '' },
    ...figures,
  }));
}

/** Open deals by the month of their close date, and won ones by the month in which they were won. */
export async function readForecast(call: ReadCall, period: Period): Promise<DealReport['forecast']> {
  const { rows } = await sql<DealReport['forecast'][number]>`
    with ahead as (
      select to_char(d.close_on, 'YYYY-MM') as month, count(*)::int as count, coalesce(sum(d.worth), 0) as worth,
        coalesce(round(sum(d.worth * s.probability / 100.0)), 0) as weighted
      from deals d join stages s on s.workspace_id = d.workspace_id and s.id = d.stage_id
      where ${chosen(call, period)} and d.state = 'open' group by 1),
    won as (
      select to_char(d.closed_at at time zone ${period.timeZone}, 'YYYY-MM') as month, count(*)::int as count,
        coalesce(sum(d.worth), 0) as worth
      from deals d where ${chosen(call, period)} and d.state = 'won' and ${within(sql`d.closed_at`, period)}
      group by 1)
    select coalesce(a.month, w.month) as month, coalesce(a.count, 0) as count, coalesce(a.worth, 0) as worth,
      coalesce(a.weighted, 0) as weighted, coalesce(w.count, 0) as "wonCount", coalesce(w.worth, 0) as won
    from ahead a full join won w on w.month = a.month order by 1 nulls last`.execute(call.tx);
  return rows;
}

/** Amounts that no figure of the report counts: of deals closed in the period and of open ones. */
export async function readUnrated(call: ReadCall, period: Period): Promise<DealReport['unrated']> {
  const { rows } = await sql<DealReport['unrated'][number]>`
    select d.currency, sum(d.amount) as amount, count(*)::int as count
    from deals d where ${chosen(call, period)} and d.amount is not null and d.worth is null
      and (d.state = 'open' or ${within(sql`d.closed_at`, period)})
    group by 1 order by 3 desc, 1`.execute(call.tx);
  return rows;
}

/**
 * Of deals created in the period: how many came into each stage or beyond it, by the stages' order, and how long they
 * were in each. Who skips a stage passed it; Lost is beyond nothing.
 */
export async function readConversion(
  call: StoreCall,
  period: Period,
  stages: readonly StageRow[],
): Promise<DealReport['stages']> {
  const way = stages.filter((stage) => stage.kind !== 'lost');
  const { rows } = await sql<{ nth: number; reached: number; days: number | null }>`
    with way as (select * from unnest(${way.map((stage) => stage.id)}::uuid[]) with ordinality w(id, nth)),
    visits as (
      select h.deal_id, h.stage_id, h.at as came,
        coalesce(lead(h.at) over (partition by h.deal_id order by h.at, h.id), ${call.now}) as went
      from deal_history h join deals d on d.workspace_id = h.workspace_id and d.id = h.deal_id
      where h.workspace_id = ${call.workspaceId} and h.stage_id is not null and ${chosen(call, period)}
        and ${within(sql`d.created_at`, period)}),
    furthest as (select v.deal_id, max(w.nth) as nth from visits v join way w on w.id = v.stage_id group by 1)
    select w.nth::int, (select count(*)::int from furthest f where f.nth >= w.nth) as reached,
      (select avg(extract(epoch from v.went - v.came) / 86400)::float8 from visits v where v.stage_id = w.id) as days
    from way w order by w.nth`.execute(call.tx);
  return way.map(({ id, name, kind }, i) => {
    const [here, next] = [rows[i]!, rows[i + 1]];
    return {
      id,
      name,
      reached: here.reached,
      toNext: next && here.reached > 0 ? next.reached / here.reached : null,
      averageDays: kind === 'open' && here.days !== null ? rounded(here.days) : null,
    };
  });
}

/** Days to a hundredth. */
export function rounded(days: number): number {
  return Math.round(days * 100) / 100;
}
