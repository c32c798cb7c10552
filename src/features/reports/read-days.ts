// Reads the message figures of the last 30 days of the workspace's own calendar.
import { type RawBuilder, sql } from 'kysely';
import type { Call } from '#operations/call.ts';
import type { DayFigures } from './reports.contract.ts';

/** A day with the instant at which it begins. */
export type Day = DayFigures & { begins: Date };

/** Oldest first; the last is today. */
export async function readDays(call: Call): Promise<{ timeZone: string; days: Day[] }> {
  const { rows } = await sql<Day & { timeZone: string }>`
    with days as (
      select w.time_zone, d::date as day, d::date::timestamp at time zone w.time_zone as begins,
        (d::date + 1)::timestamp at time zone w.time_zone as ends
      from workspaces w,
        generate_series((${call.now}::timestamptz at time zone w.time_zone)::date - 29,
          (${call.now}::timestamptz at time zone w.time_zone)::date, interval '1 day') d
      where w.id = ${call.workspaceId}),
    figures as not materialized (${call.permissions.has('chats:all') ? everybodys(call) : assigned(call)})
    select d.time_zone as "timeZone", to_char(d.day, 'YYYY-MM-DD') as day, d.begins,
      coalesce(sum(f.sent), 0) as sent, coalesce(sum(f.delivered), 0) as delivered, coalesce(sum(f.read), 0) as read,
      coalesce(sum(f.failed), 0) as failed, coalesce(sum(f.received), 0) as received
    from days d left join figures f on f.slot >= d.begins and f.slot < d.ends
    group by d.time_zone, d.day, d.begins order by d.day`.execute(call.tx);
  return { timeZone: rows[0]!.timeZone, days: rows.map(({ timeZone: _, ...day }) => day) };
}

/** The running figures: a few rows per day, however many messages there are. */
function everybodys(call: Call): RawBuilder<unknown> {
  return sql`select t.slot, t.sent, t.delivered, t.read, t.failed, t.received from message_tallies t
    where t.workspace_id = ${call.workspaceId}`;
}

/** Of the conversations that are assigned to the caller: counted from the messages themselves. */
function assigned(call: Call): RawBuilder<unknown> {
  return sql`select m.at as slot, (m.state in ('sent', 'delivered', 'read'))::int as sent,
      (m.state in ('delivered', 'read'))::int as delivered, (m.state = 'read')::int as read,
      (m.state = 'failed')::int as failed, (m.state = 'received')::int as received
    from conversation_assignees a
      join messages m on m.workspace_id = a.workspace_id and m.conversation_id = a.conversation_id
        and m.at >= ${call.now}::timestamptz - interval '31 days'
    where a.workspace_id = ${call.workspaceId} and a.user_id = ${call.userId}::uuid`;
}
