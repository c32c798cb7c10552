// The SQL on how far each workspace was looked through for notifications.
import { sql } from 'kysely';
import type { Tx } from '#db/database.ts';

/** `hasRules`: rules of the workspace give new conversations to people. */
export type OpenPlace = { ranAt: Date | null; hasRules: boolean };

/** Makes the place of each workspace where there is none; answers when each was last gathered. As the system. */
export async function openPlaces(
  tx: Tx,
  firstSeqs: ReadonlyMap<string, number>,
): Promise<Map<string, OpenPlace>> {
  const ids = [...firstSeqs.keys()];
  await sql`
    insert into notification_places (workspace_id, after_seq)
    select p.workspace_id, p.seq - 1
    from unnest(${ids}::uuid[], ${[...firstSeqs.values()]}::bigint[]) p(workspace_id, seq)
    on conflict (workspace_id) do nothing`.execute(tx);
  const rows = await tx
    .selectFrom('notification_places as p')
    .leftJoin('team_settings as s', 's.workspace_id', 'p.workspace_id')
    .select(['p.workspace_id', 'p.ran_at as ranAt', 's.rules_since as rulesSince'])
    .where('p.workspace_id', 'in', ids)
    .execute();
  return new Map(
    rows.map(({ workspace_id, ranAt, rulesSince }) => [
      workspace_id,
      { ranAt, hasRules: rulesSince !== null },
    ]),
  );
}

export type ReadEvent = {
  seq: number;
  name: string;
  subjectId: string | null;
  payload: unknown;
  actor: unknown;
  at: Date;
};

/** The next events in order, at most `limit`; the place stays locked to the end of the transaction. */
export async function readOn(
  tx: Tx,
  workspaceId: string,
  limit: number,
): Promise<{ events: ReadEvent[]; hasRules: boolean }> {
  const { rows } = await sql<{ afterSeq: number; hasRules: boolean }>`
    select after_seq as "afterSeq", exists (select from team_settings s
      where s.workspace_id = p.workspace_id and s.rules_since is not null) as "hasRules"
    from notification_places p where workspace_id = ${workspaceId} for update`.execute(tx);
  const [place] = rows;
  if (!place) return { events: [], hasRules: false };
  const events = await sql<ReadEvent>`
    select seq, name, subject_id as "subjectId", payload, actor, at from events
    where workspace_id = ${workspaceId} and seq > ${place.afterSeq} order by seq limit ${limit}`.execute(tx);
  return { events: events.rows, hasRules: place.hasRules };
}

export async function movePlace(tx: Tx, workspaceId: string, afterSeq: number, at: Date): Promise<void> {
  await sql`update notification_places set after_seq = ${afterSeq}, ran_at = ${at}
    where workspace_id = ${workspaceId}`.execute(tx);
}

/** Conversations whose customer waits and whose window closes before `until`, each once; for every workspace. */
export async function windowsClosing(tx: Tx, workspaceId: string, now: Date, until: Date): Promise<string[]> {
  const before = await sql<{ from: Date | null }>`
    insert into notification_places (workspace_id, after_seq, windows_until)
    values (${workspaceId}, (select coalesce(max(seq), 0) from events where workspace_id = ${workspaceId}), null)
    on conflict (workspace_id) do update set windows_until = notification_places.windows_until
    returning windows_until as "from"`.execute(tx);
  const from = before.rows[0]?.from ?? now;
  const { rows } = await sql<{ id: string }>`
    select id from conversations where workspace_id = ${workspaceId}
      and waiting_since is not null and in_inbox and state = 'open' and snoozed_until is null
      and window_closes_at > ${from > now ? from : now} and window_closes_at <= ${until}
    order by window_closes_at limit 2000`.execute(tx);
  await sql`update notification_places set windows_until = ${until} where workspace_id = ${workspaceId}`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}
