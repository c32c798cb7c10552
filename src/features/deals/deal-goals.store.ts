// The SQL on the goals of owners, and on how far they are.
import { sql } from 'kysely';
import type { StoreCall } from './deals.types.ts';

type ReadCall = Pick<StoreCall, 'tx' | 'workspaceId'>;

export type GoalRow = {
  userId: string;
  name: string;
  /** In its own currency; null: none was set. */
  amount: number | null;
  currency: string | null;
  won: number;
  weighted: number;
};

/** Of every member who has a goal for the month, won something in it, or has open deals that close in it. */
export async function readGoals(call: ReadCall, month: string, timeZone: string): Promise<GoalRow[]> {
  const first = sql`${`${month}-01`}::date`;
  const start = sql`(${first})::timestamp at time zone ${timeZone}`;
  const end = sql`(${first} + interval '1 month')::timestamp at time zone ${timeZone}`;
  const { rows } = await sql<GoalRow>`
    with won as (
      select owner_id, sum(worth) as worth from deals
      where workspace_id = ${call.workspaceId} and state = 'won' and closed_at >= ${start} and closed_at < ${end}
      group by 1),
    ahead as (
      select d.owner_id, round(sum(d.worth * s.probability / 100.0)) as worth
      from deals d join stages s on s.workspace_id = d.workspace_id and s.id = d.stage_id
      where d.workspace_id = ${call.workspaceId} and d.state = 'open' and d.close_on >= ${first}
        and d.close_on < ${first} + interval '1 month'
      group by 1)
    select m.user_id as "userId", u.name, g.amount, g.currency, coalesce(w.worth, 0) as won,
      coalesce(a.worth, 0) as weighted
    from memberships m join users u on u.id = m.user_id
    left join deal_goals g on g.workspace_id = m.workspace_id and g.owner_id = m.user_id and g.month = ${first}
    left join won w on w.owner_id = m.user_id
    left join ahead a on a.owner_id = m.user_id
    where m.workspace_id = ${call.workspaceId}
      and (g.amount is not null or w.owner_id is not null or a.owner_id is not null)
    order by 5 desc, lower(u.name), m.user_id`.execute(call.tx);
  return rows;
}

export type GoalToKeep = { ownerId: string; amount: number | null; currency: string };

/** For each of the months, e.g. 2026-11; a null amount takes the goal away. */
export async function writeGoals(
  call: ReadCall,
  months: readonly string[],
  goals: readonly GoalToKeep[],
): Promise<void> {
  const firsts = sql`unnest(${months.map((month) => `${month}-01`)}::date[])`;
  const gone = goals.filter(({ amount }) => amount === null).map(({ ownerId }) => ownerId);
  const kept = goals.filter(({ amount }) => amount !== null);
  await sql`delete from deal_goals where workspace_id = ${call.workspaceId}
    and owner_id = any(${gone}::uuid[]) and month = any(${months.map((month) => `${month}-01`)}::date[])`.execute(
    call.tx,
  );
  await sql`
    insert into deal_goals (workspace_id, owner_id, month, amount, currency)
    select ${call.workspaceId}, g.owner_id, m.month, g.amount, g.currency
    from unnest(${kept.map((goal) => goal.ownerId)}::uuid[], ${kept.map((goal) => goal.amount)}::bigint[],
      ${kept.map((goal) => goal.currency)}::text[]) g(owner_id, amount, currency), ${firsts} m(month)
    order by g.owner_id, m.month
    on conflict (workspace_id, owner_id, month) do update
    set amount = excluded.amount, currency = excluded.currency`.execute(call.tx);
}

/** Currencies of goals from a month on. */
export async function currenciesOfGoals(call: ReadCall, month: string): Promise<string[]> {
  const { rows } = await sql<{ currency: string }>`
    select distinct currency from deal_goals
    where workspace_id = ${call.workspaceId} and month >= ${`${month}-01`}::date order by 1`.execute(call.tx);
  return rows.map((row) => row.currency);
}
