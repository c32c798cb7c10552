// The SQL on who is there: one row per person, touched by each of their tabs.
import { sql } from 'kysely';
import type { Call } from '#operations/call.ts';
import type { Seen } from './presence.ts';

type PresenceCall = Pick<Call, 'tx' | 'workspaceId' | 'now'>;

/** Of those who were ever there. */
export async function readSeen({ tx, workspaceId }: Omit<PresenceCall, 'now'>): Promise<Map<string, Seen>> {
  const rows = await tx
    .selectFrom('presence')
    .select(['user_id', 'chosen', 'seen_at', 'active_at'])
    .where('workspace_id', '=', workspaceId)
    .execute();
  return new Map(
    rows.map((row) => [
      row.user_id,
      { chosen: row.chosen as Seen['chosen'], seenAt: row.seen_at, activeAt: row.active_at },
    ]),
  );
}

/** A tab is there and was touched at `activeAt`; another tab may have been touched later. */
export async function noteSeen(call: PresenceCall, userId: string, activeAt: Date): Promise<void> {
  await sql`
    insert into presence as p (workspace_id, user_id, seen_at, active_at)
    values (${call.workspaceId}, ${userId}, ${call.now}, ${activeAt})
    on conflict (workspace_id, user_id) do update set seen_at = excluded.seen_at,
      active_at = greatest(p.active_at, excluded.active_at)`.execute(call.tx);
}

export async function setChosen(call: PresenceCall, userId: string, chosen: Seen['chosen']): Promise<void> {
  await sql`
    insert into presence as p (workspace_id, user_id, chosen, seen_at, active_at)
    values (${call.workspaceId}, ${userId}, ${chosen}, ${call.now}, ${call.now})
    on conflict (workspace_id, user_id) do update set chosen = excluded.chosen, seen_at = excluded.seen_at,
      active_at = excluded.active_at`.execute(call.tx);
}
