// Adds up and reads the running figures of deals, which triggers on the deals write (0041-deals.sql).
import { type RawBuilder, sql } from 'kysely';
import type { Database } from '#db/database.ts';
import type { StoreCall } from './deals.types.ts';

type ReadCall = Pick<StoreCall, 'tx' | 'workspaceId'>;

/**
 * Makes one row for each stage and currency of up to `most` stages that gained something; answers how many stages there
 * were. Whoever reads meanwhile sees the rows before or the row after, never both.
 */
export async function foldTallies(db: Database, most: number): Promise<number> {
  const { rows } = await db.asSystem((tx) =>
    sql<{ stages: number }>`
      with due as (select distinct workspace_id, stage_id from deal_tallies where not folded limit ${most}),
      gone as (
        delete from deal_tallies t using due d
        where t.workspace_id = d.workspace_id and t.stage_id = d.stage_id returning t.*),
      kept as (
        insert into deal_tallies (workspace_id, stage_id, currency, deals, amount, worth, unrated, folded)
        select workspace_id, stage_id, currency, sum(deals), sum(amount), sum(worth), sum(unrated), true
        from gone group by 1, 2, 3 having sum(deals) <> 0)
      select count(*)::int as stages from due`.execute(tx),
  );
  return rows[0]!.stages;
}

export type Tally = {
  stageId: string;
  /** Null: without an amount. */
  currency: string | null;
  deals: number;
  amount: number;
  worth: number;
  unrated: number;
};

/** Of stages of the workspace: exact, without looking at a deal. */
export async function readTallies(call: ReadCall, stageIds?: readonly string[]): Promise<Tally[]> {
  const { rows } = await sql<Tally>`
    select stage_id as "stageId", currency, sum(deals)::int as deals, sum(amount) as amount, sum(worth) as worth,
      sum(unrated)::int as unrated
    from deal_tallies where workspace_id = ${call.workspaceId}
      and (${stageIds === undefined} or stage_id = any(${stageIds ?? []}::uuid[]))
    group by 1, 2 having sum(deals) > 0`.execute(call.tx);
  return rows;
}

/** The same of the deals that meet `where`, by looking at them. */
export async function countByLooking(call: ReadCall, where: RawBuilder<boolean>): Promise<Tally[]> {
  const { rows } = await sql<Tally>`
    select d.stage_id as "stageId", case when d.amount is not null then d.currency end as currency,
      count(*)::int as deals, coalesce(sum(d.amount), 0) as amount, coalesce(sum(d.worth), 0) as worth,
      (count(*) filter (where d.amount is not null and d.worth is null))::int as unrated
    from deals d where ${where} group by 1, 2`.execute(call.tx);
  return rows;
}

/** Deals by stage. */
export async function countByStage(call: ReadCall): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { stageId, deals } of await readTallies(call))
    counts.set(stageId, (counts.get(stageId) ?? 0) + deals);
  return counts;
}
