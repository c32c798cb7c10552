// The SQL on how many people campaigns of a number wrote to on each day of the workspace's time zone.
import { sql } from 'kysely';
import type { Call } from '#operations/call.ts';

type DayCall = Pick<Call, 'tx' | 'workspaceId' | 'now'>;

/** Counts `people` to today; a negative number takes back whom nothing was sent to after all. */
export async function countBulk(call: DayCall, numberId: string, people: number): Promise<void> {
  if (people === 0) return;
  await sql`
    insert into bulk_days as d (workspace_id, number_id, day, people)
    select ${call.workspaceId}, ${numberId}, (${call.now}::timestamptz at time zone w.time_zone)::date, ${people}::int
    from workspaces w where w.id = ${call.workspaceId}
    on conflict (workspace_id, number_id, day) do update set people = greatest(0, d.people + excluded.people)`.execute(
    call.tx,
  );
}

/** People of today by number. */
export async function bulkToday(call: DayCall): Promise<Map<string, number>> {
  const { rows } = await sql<{ numberId: string; people: number }>`
    select d.number_id as "numberId", d.people from bulk_days d join workspaces w on w.id = d.workspace_id
    where d.workspace_id = ${call.workspaceId} and d.day = (${call.now}::timestamptz at time zone w.time_zone)::date`.execute(
    call.tx,
  );
  return new Map(rows.map((row) => [row.numberId, row.people]));
}

/** When the next day of the workspace's time zone begins. */
export async function tomorrow(call: DayCall): Promise<Date> {
  const { rows } = await sql<{ at: Date }>`
    select ((${call.now}::timestamptz at time zone time_zone)::date + 1)::timestamp at time zone time_zone as at
    from workspaces where id = ${call.workspaceId}`.execute(call.tx);
  return rows[0]!.at;
}

export type HealthDay = { day: string; endsAt: Date; people: number; optedOut: number };

/** The last `days` days, oldest first, today included. Opted out: after this number had written to them. */
export async function healthDays(call: DayCall, numberId: string, days: number): Promise<HealthDay[]> {
  const { rows } = await sql<HealthDay>`
    with zone as (select time_zone as name from workspaces where id = ${call.workspaceId}),
    today as (select (${call.now}::timestamptz at time zone zone.name)::date as day from zone),
    outs as (
      select (c.consent_at at time zone zone.name)::date as day, count(*)::int as count from zone, contacts c
        join conversations v on v.workspace_id = c.workspace_id and v.contact_id = c.id and v.number_id = ${numberId}
      where c.workspace_id = ${call.workspaceId} and c.consent = 'unsubscribed' and c.consent_at >= v.created_at
        and c.consent_at >= ${call.now}::timestamptz - ${days + 1} * interval '1 day'
      group by 1
    )
    select to_char(g.day, 'YYYY-MM-DD') as day, ((g.day + 1)::timestamp at time zone zone.name) as "endsAt",
      coalesce(b.people, 0) as people, coalesce(o.count, 0) as "optedOut"
    from zone, today, generate_series(today.day - ${days - 1}::int, today.day, interval '1 day') s(at)
      cross join lateral (select s.at::date as day) g
      left join bulk_days b on b.workspace_id = ${call.workspaceId} and b.number_id = ${numberId} and b.day = g.day
      left join outs o on o.day = g.day
    order by g.day`.execute(call.tx);
  return rows;
}
