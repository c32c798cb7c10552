// The SQL on the goals of owners, and on how far they are.
import { sql } from 'kysely';
import type { Goal } from './deal-report.contract.ts';
import type { StoreCall } from './deals.types.ts';

type ReadCall = Pick<StoreCall, 'tx' | 'workspaceId'>;

export async function readGoals(call: ReadCall, month: string, timeZone: string): Promise<Goal[]> {
  const first = sql`${`${month}-01`}::date`;
  const start = sql`(${first})::timestamp at time zone ${timeZone}`;
  const end = sql`(${first} + interval '1 month')::timestamp at time zone ${timeZone}`;
  type Row = Omit<Goal, 'owner'> & { userId: string; name: string };
  const { rows } = await sql<Row>`
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
    select m.user_id as "userId", u.name, g.amount as goal, coalesce(w.worth, 0) as won,
      coalesce(a.worth, 0) as weighted
    from memberships m join users u on u.id = m.user_id
    left join deal_goals g on g.workspace_id = m.workspace_id and g.owner_id = m.user_id and g.month = ${first}
    left join won w on w.owner_id = m.user_id
    left join ahead a on a.owner_id = m.user_id
    where m.workspace_id = ${call.workspaceId}
      and (g.amount is not null or w.owner_id is not null or a.owner_id is not null)
    order by 4 desc, lower(u.name), m.user_id`.execute(call.tx);
  return rows.map(({ userId, name, ...figures }) => ({ owner: { userId, name }, ...figures }));
}

export async function writeGoal(
  call: ReadCall,
  ownerId: string,
  month: string,
  amount: number | null,
): Promise<void> {
  const first = `${month}-01`;
  if (amount === null) {
    await sql`delete from deal_goals where workspace_id = ${call.workspaceId} and owner_id = ${ownerId}
      and month = ${first}::date`.execute(call.tx);
    return;
  }
  await sql`insert into deal_goals (workspace_id, owner_id, month, amount)
    values (${call.workspaceId}, ${ownerId}, ${first}::date, ${amount})
    on conflict (workspace_id, owner_id, month) do update set amount = excluded.amount`.execute(call.tx);
}
