// The SQL on how far a tenure of a lane has come: noted before a call begins, so that what it left behind when it died
// and never began is known not to have left.
import { sql } from 'kysely';
import type { Database } from '#db/database.ts';
import type { SendingCall } from './sending.types.ts';

export type Lane = { numberId: string; tenure: string };

/** Calls up to this place may begin once this is committed. False when another tenure took over: then none may. */
export async function noteBegun(call: SendingCall, lane: Lane, upTo: number): Promise<boolean> {
  const { rows } = await sql<{ ours: boolean | null }>`
    select note_begun(${call.workspaceId}, ${lane.numberId}, ${lane.tenure}, ${upTo}) as ours`.execute(
    call.tx,
  );
  return rows[0]?.ours ?? false;
}

/** The same in one round trip: committed when it resolves. */
export async function noteBegunAtOnce(
  { pool }: Pick<Database, 'pool'>,
  { workspaceId, numberId, tenure }: Lane & { workspaceId: string },
  upTo: number,
): Promise<boolean> {
  const { rows } = await pool.query<{ ours: boolean | null }>('select note_begun($1, $2, $3, $4) as ours', [
    workspaceId,
    numberId,
    tenure,
    upTo,
  ]);
  return rows[0]?.ours ?? false;
}

/**
 * The place up to which the tenure before this one had begun, which from now on begins nothing any more. Null: not
 * known. 'not ours': the lane is another's by now. Two that take over wait for each other, until the end of the
 * transaction: that is why the lane is looked at after the row is locked.
 */
export async function takeOverProgress(call: SendingCall, lane: Lane): Promise<number | null | 'not ours'> {
  const { rows } = await sql<{ begunTo: number }>`
    select begun_to as "begunTo" from lane_progress
    where workspace_id = ${call.workspaceId} and number_id = ${lane.numberId} for update`.execute(call.tx);
  const held = await sql`select from send_lanes
    where workspace_id = ${call.workspaceId} and number_id = ${lane.numberId} and held_by = ${lane.tenure}`.execute(
    call.tx,
  );
  if (held.rows.length === 0) return 'not ours';
  await sql`
    insert into lane_progress (workspace_id, number_id, tenure, begun_to)
    values (${call.workspaceId}, ${lane.numberId}, ${lane.tenure}, 0)
    on conflict (workspace_id, number_id) do update set tenure = excluded.tenure, begun_to = 0`.execute(
    call.tx,
  );
  return rows[0]?.begunTo ?? null;
}
