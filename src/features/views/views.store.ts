// The SQL of views of lists.
import { sql } from 'kysely';
import { newId } from '#kit/ids.ts';
import type { Call } from '#operations/call.ts';
import type { ViewSubject } from './views.contract.ts';

type StoreCall = Pick<Call, 'tx' | 'workspaceId' | 'now'>;
type ReadCall = Pick<Call, 'tx' | 'workspaceId'>;

/** `userId` says whose it is; null: the team's. */
export type KeptView = { id: string; userId: string | null; name: string; filter: unknown };

/** The team's, and those of `userId` if there is one before them; each in its order. */
export async function readViews(
  call: ReadCall,
  subject: ViewSubject,
  userId: string | null,
): Promise<KeptView[]> {
  return call.tx
    .selectFrom('saved_views')
    .select(['id', 'user_id as userId', 'name', 'filter'])
    .where('workspace_id', '=', call.workspaceId)
    .where('subject', '=', subject)
    .where((e) => e.or([e('user_id', 'is', null), e('user_id', '=', userId)]))
    .orderBy(sql`user_id is null`)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** Adds it behind the others of the same owner; answers its id. Throws the unique violation of a taken name. */
export async function insertView(
  call: StoreCall,
  subject: ViewSubject,
  view: Omit<KeptView, 'id'>,
): Promise<string> {
  const id = newId();
  await call.tx
    .insertInto('saved_views')
    .values({
      workspace_id: call.workspaceId,
      id,
      subject,
      user_id: view.userId,
      name: view.name,
      filter: JSON.stringify(view.filter),
      position: behind(call, subject, view.userId),
      changed_at: call.now,
    })
    .execute();
  return id;
}

/** Throws the unique violation of a taken name. Given to another owner, it stands behind theirs. */
export async function changeView(
  call: StoreCall,
  subject: ViewSubject,
  view: KeptView,
  moved: boolean,
): Promise<void> {
  await call.tx
    .updateTable('saved_views')
    .set({
      user_id: view.userId,
      name: view.name,
      filter: JSON.stringify(view.filter),
      changed_at: call.now,
      ...(moved ? { position: behind(call, subject, view.userId) } : {}),
    })
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', view.id)
    .execute();
}

export async function orderViews(call: StoreCall, ids: readonly string[]): Promise<void> {
  await sql`
    update saved_views v set position = o.position
    from unnest(${ids}::uuid[]) with ordinality o(id, position)
    where v.workspace_id = ${call.workspaceId} and v.id = o.id`.execute(call.tx);
}

export async function removeView(call: StoreCall, id: string): Promise<void> {
  await call.tx
    .deleteFrom('saved_views')
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', id)
    .execute();
}

function behind(call: ReadCall, subject: ViewSubject, userId: string | null) {
  return sql<number>`(select coalesce(max(position), 0) + 1 from saved_views
    where workspace_id = ${call.workspaceId} and subject = ${subject} and user_id is not distinct from ${userId}::uuid)`;
}
