// The SQL of contacts that are being deleted: they lose who they are at once, and their row when nothing hangs on it.
import { sql } from 'kysely';
import type { Actor, Call } from '#operations/call.ts';
import type { ErasedCounts } from './erase-contacts.ts';

type StoreCall = Pick<Call, 'tx' | 'workspaceId'>;

/** Notes what they were known by and takes it from them; answers whom it concerned. Their memberships are gone already. */
export async function beginErasing(
  call: Pick<Call, 'tx' | 'workspaceId' | 'now' | 'actor'>,
  ids: readonly string[],
  counts: ErasedCounts,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    insert into contact_erasures (workspace_id, contact_id, known_by, counts, actor, requested_at)
    select c.workspace_id, c.id,
      array(select distinct known from unnest(array[substr(c.phone, 2), c.wa_id, c.wa_user_id]) known where known <> ''),
      ${JSON.stringify(counts)}::jsonb, ${JSON.stringify(call.actor)}::jsonb, ${call.now}
    from contacts c where c.workspace_id = ${call.workspaceId} and c.id = any(${ids}::uuid[]) and c.erasing_at is null
    order by c.id for update
    returning contact_id as id`.execute(call.tx);
  const gone = rows.map((row) => row.id);
  if (gone.length > 0)
    await sql`
      insert into erasure_progress as p (workspace_id, asked, started_at)
      values (${call.workspaceId}, ${gone.length}, ${call.now})
      on conflict (workspace_id) do update set asked = p.asked + excluded.asked`.execute(call.tx);
  await sql`
    update contacts set erasing_at = ${call.now}, updated_at = ${call.now},
      blocked_at = coalesce(blocked_at, ${call.now}::timestamptz), phone = null, wa_id = null, wa_user_id = null,
      username = null, profile_name = null, first_name = '', last_name = '', email = null, language = null, notes = '',
      fields = '{}'
    where workspace_id = ${call.workspaceId} and id = any(${gone}::uuid[])`.execute(call.tx);
  return gone;
}

export type Erasure = { id: string; knownBy: string[]; counts: ErasedCounts; actor: Actor };

/** Those that were asked for first. */
export async function nextErasures(call: StoreCall, most: number): Promise<Erasure[]> {
  const { rows } = await sql<Erasure>`
    select contact_id as id, known_by as "knownBy", counts, actor from contact_erasures
    where workspace_id = ${call.workspaceId} order by requested_at, contact_id limit ${most}`.execute(
    call.tx,
  );
  return rows;
}

/** Nothing hangs on them any more. */
export async function endErasing(call: StoreCall, ids: readonly string[]): Promise<void> {
  await sql`delete from contacts
    where workspace_id = ${call.workspaceId} and id = any(${ids}::uuid[])`.execute(call.tx);
  await sql`delete from contact_erasures
    where workspace_id = ${call.workspaceId} and contact_id = any(${ids}::uuid[])`.execute(call.tx);
}

/** Of what was asked for since there was nothing left to do. */
export async function erasingProgress(call: StoreCall): Promise<{ asked: number; left: number }> {
  const { rows } = await sql<{ asked: number; left: number }>`
    select coalesce((select asked from erasure_progress where workspace_id = ${call.workspaceId}), 0) as asked,
      (select count(*)::int from contact_erasures where workspace_id = ${call.workspaceId}) as left`.execute(
    call.tx,
  );
  const { asked, left } = rows[0]!;
  return { asked: left === 0 ? 0 : Math.max(asked, left), left };
}

/** Nothing is left to do: what is asked for next is counted anew. */
export async function endProgress(call: StoreCall): Promise<void> {
  await sql`delete from erasure_progress p where p.workspace_id = ${call.workspaceId}
    and not exists (select from contact_erasures e where e.workspace_id = p.workspace_id)`.execute(call.tx);
}
