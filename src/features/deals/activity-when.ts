// When an activity is due, in words: overdue, today or planned, by the workspace's time zone.
import { type RawBuilder, sql } from 'kysely';
import type { StoreCall } from './deals.types.ts';

export type When = 'overdue' | 'today' | 'planned';

/** The word for `due`, in the time zone of `workspaces w`. */
export function whenOf(call: Pick<StoreCall, 'now'>, due: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`case when ${due} < ${call.now} then 'overdue'
    when (${due} at time zone w.time_zone)::date = (${call.now}::timestamptz at time zone w.time_zone)::date
    then 'today' else 'planned' end`;
}

/** Where `due` is what the word says, as a range that an index can follow. */
export function isDue(
  call: Pick<StoreCall, 'now' | 'workspaceId'>,
  due: RawBuilder<unknown>,
  when: When,
): RawBuilder<boolean> {
  if (when === 'overdue') return sql`${due} < ${call.now}`;
  const from = tomorrow(call);
  return when === 'planned' ? sql`${due} >= ${from}` : sql`(${due} >= ${call.now} and ${due} < ${from})`;
}

/** The first instant of tomorrow in the workspace's time zone. */
export function tomorrow(call: Pick<StoreCall, 'now' | 'workspaceId'>): RawBuilder<Date> {
  return sql`(select (((${call.now}::timestamptz at time zone w.time_zone)::date + 1)::timestamp
    at time zone w.time_zone) from workspaces w where w.id = ${call.workspaceId})`;
}
