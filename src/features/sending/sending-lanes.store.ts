// The SQL on lanes: which process sends for a number, and whether the number rests.
import { sql } from 'kysely';
import type { Tx } from '#db/database.ts';
import type { SendingCall } from './sending.types.ts';

/** Numbers that have something to send now or within a second, of all workspaces; `tx` is the system's. */
export async function numbersWithWork(
  tx: Tx,
  now: Date,
): Promise<{ workspaceId: string; numberId: string }[]> {
  const { rows } = await sql<{ workspaceId: string; numberId: string }>`
    select n.workspace_id as "workspaceId", n.id as "numberId" from numbers n
    where exists (select from send_queue q where q.number_id = n.id
      and q.due_at <= ${now}::timestamptz + interval '1 second')`.execute(tx);
  return rows;
}

type Lane = { numberId: string; tenure: string };

/** Takes a number's lane when nobody holds it; leases are timed by the database's clock alone. */
export async function takeLane(call: SendingCall, lane: Lane, leaseMs: number): Promise<boolean> {
  const { rows } = await sql`
    insert into send_lanes as l (workspace_id, number_id, held_by, held_until)
    values (${call.workspaceId}, ${lane.numberId}, ${lane.tenure}, clock_timestamp() + ${leaseMs} * interval '1 millisecond')
    on conflict (workspace_id, number_id) do update set held_by = excluded.held_by, held_until = excluded.held_until
      where l.held_until is null or l.held_until < clock_timestamp()
    returning held_by`.execute(call.tx);
  return rows.length > 0;
}

export type LaneFacts = {
  /** Messages per second that the provider allows. */
  throughput: number;
  /** Bulk must stop. */
  paused: boolean;
  restsUntil: Date | null;
  lastStatusAt: Date | null;
  /** Customers per 24 hours outside their windows, over all numbers of the portfolio; null: no limit known. */
  messagingLimit: number | null;
  /** Who shares the limit. */
  portfolio: string;
  /** Messages received by the number so far. */
  received: number;
  /** Changes when the connection's keys do. */
  connection: string;
};

/** Renews the lease and reads what may have changed; null when the lane is lost. */
export async function renewLane(call: SendingCall, lane: Lane, leaseMs: number): Promise<LaneFacts | null> {
  const { rows } = await sql<LaneFacts>`
    update send_lanes l set held_until = clock_timestamp() + ${leaseMs} * interval '1 millisecond'
    from numbers n join whatsapp_accounts a on a.workspace_id = n.workspace_id and a.id = n.account_id
    where l.workspace_id = ${call.workspaceId} and l.number_id = ${lane.numberId} and l.held_by = ${lane.tenure}
      and n.workspace_id = l.workspace_id and n.id = l.number_id
    returning n.throughput_per_second as throughput, n.bulk_stop is not null as paused,
      l.rests_until as "restsUntil", l.last_status_at as "lastStatusAt",
      a.messaging_limit as "messagingLimit", coalesce(a.portfolio_id, a.id::text) as portfolio,
      coalesce((select received from number_traffic t where t.workspace_id = l.workspace_id
        and t.number_id = l.number_id), 0) as received, a.updated_at::text as connection`.execute(call.tx);
  return rows[0] ?? null;
}

/**
 * Gives the lane back, so that another process need not wait for the lease to end, but for `afterMs`: what was sent a
 * moment ago counts against the number's rate.
 */
export async function releaseLane(call: SendingCall, lane: Lane, afterMs: number): Promise<void> {
  await sql`update send_lanes set held_by = null, held_until = clock_timestamp() + ${afterMs} * interval '1 millisecond'
    where workspace_id = ${call.workspaceId} and number_id = ${lane.numberId} and held_by = ${lane.tenure}`.execute(
    call.tx,
  );
}

/** Lets bulk of a number rest, with the reason; answers whether that is news: it did not rest for it lately. */
export async function restLane(
  call: SendingCall,
  numberId: string,
  rest: { until: Date; kind: string; text: string },
): Promise<boolean> {
  const { rows } = await sql<{ news: boolean }>`
    update send_lanes l set rests_until = ${rest.until}, rest_kind = ${rest.kind}, rest_text = ${rest.text}
    from send_lanes before
    where l.workspace_id = ${call.workspaceId} and l.number_id = ${numberId}
      and before.workspace_id = l.workspace_id and before.number_id = l.number_id
    returning before.rest_kind is distinct from ${rest.kind}
      or coalesce(before.rests_until < ${call.now}::timestamptz - interval '1 hour', true) as news`.execute(
    call.tx,
  );
  return rows[0]?.news ?? false;
}

/**
 * Remembers, at most every few seconds, that the provider speaks of these numbers' messages. Answers those of which
 * nothing was heard for a while, with when it last was.
 */
export async function noteStatuses(
  call: SendingCall,
  numberIds: readonly string[],
): Promise<{ numberId: string; silentSince: Date | null }[]> {
  const { rows } = await sql<{ numberId: string; silentSince: Date | null; silent: boolean }>`
    update send_lanes l set last_status_at = ${call.now}
    from send_lanes before
    where l.workspace_id = ${call.workspaceId} and l.number_id = any(${numberIds}::uuid[])
      and (l.last_status_at is null or l.last_status_at < ${call.now}::timestamptz - interval '2 seconds')
      and before.workspace_id = l.workspace_id and before.number_id = l.number_id
    returning l.number_id as "numberId", before.last_status_at as "silentSince",
      coalesce(before.last_status_at < ${call.now}::timestamptz - interval '3 seconds', true) as silent`.execute(
    call.tx,
  );
  return rows.filter((row) => row.silent);
}

export type LaneStanding = {
  numberId: string;
  phone: string;
  throughputPerSecond: number;
  queued: number;
  restsUntil: Date | null;
  restReason: string | null;
};

/** What the connected numbers send at, and what keeps them from it. */
export async function laneStandings(
  call: Pick<SendingCall, 'tx' | 'workspaceId' | 'now'>,
): Promise<LaneStanding[]> {
  const { rows } = await sql<LaneStanding>`
    select n.id as "numberId", n.phone, n.throughput_per_second as "throughputPerSecond",
      (select count(*)::int from (select from send_queue q where q.number_id = n.id limit 1000) counted) as queued,
      case when l.rests_until > ${call.now} then l.rests_until end as "restsUntil",
      case when l.rests_until > ${call.now} then l.rest_text end as "restReason"
    from numbers n left join send_lanes l on l.workspace_id = n.workspace_id and l.number_id = n.id
    where n.workspace_id = ${call.workspaceId} and n.disconnected_at is null order by n.id limit 100`.execute(
    call.tx,
  );
  return rows;
}
