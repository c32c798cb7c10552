// The SQL on the end of a message's time to live.
import { sql } from 'kysely';
import type { Tx } from '#db/database.ts';
import { newId } from '#kit/ids.ts';
import type { SendingCall } from './sending.types.ts';

/** Where nothing is said: after so long WhatsApp gives up. */
const LONGEST_LIFE_SECONDS = 30 * 86_400;
/** A delivery within the last minute may be told of later. */
const GRACE_MS = 5 * 60_000;

/** Has taken messages looked at when their time is over: one row for all with the same end. */
export async function noteExpiries(
  call: SendingCall,
  taken: readonly { id: string; timeToLiveSeconds: number | null }[],
): Promise<void> {
  const byLife = new Map<number, string[]>();
  for (const { id, timeToLiveSeconds } of taken) {
    const life = timeToLiveSeconds ?? LONGEST_LIFE_SECONDS;
    byLife.set(life, [...(byLife.get(life) ?? []), id]);
  }
  for (const [life, ids] of byLife)
    await sql`insert into message_expiries (workspace_id, id, due_at, message_ids)
      values (${call.workspaceId}, ${newId()}, ${new Date(call.now.getTime() + life * 1_000 + GRACE_MS)}, ${ids}::uuid[])`.execute(
      call.tx,
    );
}

/** Workspaces with messages whose time is over; `tx` is the system's. */
export async function workspacesWithExpiries(tx: Tx, now: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct workspace_id as id from message_expiries where due_at <= ${now}`.execute(tx);
  return rows.map((row) => row.id);
}

/** Takes up to `limit` batches whose time is over; answers their messages. */
export async function takeExpired(call: SendingCall, limit: number): Promise<string[]> {
  const { rows } = await sql<{ ids: string[] }>`
    delete from message_expiries where workspace_id = ${call.workspaceId} and id in (
      select id from message_expiries where workspace_id = ${call.workspaceId} and due_at <= ${call.now}
      order by due_at limit ${limit} for update skip locked)
    returning message_ids as ids`.execute(call.tx);
  return rows.flatMap((row) => row.ids);
}
