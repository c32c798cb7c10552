// The SQL on the state of conversations: open, closed, snoozed. A customer's message opens again what was put away.
import { sql } from 'kysely';
import type { ThreadCall } from './threads.store.ts';

/** What moved, for the entries of whoever moved it. */
type PutBack = { reopened: string[]; woken: string[] };

/** Closes those of `ids` that are open, and answers which they were. */
export async function closeThreads(
  call: ThreadCall,
  ids: readonly string[],
  reason: string | null,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update conversations set state = 'closed', closed_at = ${call.now}, close_reason = ${reason},
      snoozed_until = null, waiting_since = null
    where workspace_id = ${call.workspaceId} and id = any(${ids}::uuid[]) and state = 'open'
    returning id`.execute(call.tx);
  return rows.map((row) => row.id);
}

/** Has those of `ids` that are open rest until `until`; answers which they were. */
export async function snoozeThreads(
  call: ThreadCall,
  ids: readonly string[],
  until: Date,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update conversations set snoozed_until = ${until}
    where workspace_id = ${call.workspaceId} and id = any(${ids}::uuid[]) and state = 'open'
    returning id`.execute(call.tx);
  return rows.map((row) => row.id);
}

/** Brings closed and snoozed ones of `ids` back; all others stay as they are. */
export async function putBack(call: ThreadCall, ids: readonly string[]): Promise<PutBack> {
  if (ids.length === 0) return { reopened: [], woken: [] };
  const { rows: reopened } = await sql<{ id: string }>`
    update conversations set state = 'open', closed_at = null, close_reason = null
    where workspace_id = ${call.workspaceId} and id = any(${ids}::uuid[]) and state = 'closed'
    returning id`.execute(call.tx);
  const { rows: woken } = await sql<{ id: string }>`
    update conversations set snoozed_until = null
    where workspace_id = ${call.workspaceId} and id = any(${ids}::uuid[]) and snoozed_until is not null
    returning id`.execute(call.tx);
  return { reopened: reopened.map((row) => row.id), woken: woken.map((row) => row.id) };
}

/** Wakes those of `ids` whose time has come; one that was snoozed again meanwhile sleeps on. */
export async function wakeDue(call: ThreadCall, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update conversations set snoozed_until = null
    where workspace_id = ${call.workspaceId} and id = any(${ids}::uuid[]) and snoozed_until <= ${call.now}
    returning id`.execute(call.tx);
  return rows.map((row) => row.id);
}
