// The SQL on activities of deals.
import { type RawBuilder, sql } from 'kysely';
import { newId } from '#kit/ids.ts';
import type { Actor } from '#operations/call.ts';
import { iso } from '#operations/operation.ts';
import { isDue, type When, whenOf } from './activity-when.ts';
import type { Activity } from './deal-activities.contract.ts';
import type { StoreCall } from './deals.types.ts';

export type ActivityContent = {
  kind: Activity['kind'];
  title: string;
  dueAt: Date;
  remindAt: Date | null;
  ownerId: string | null;
};

type Row = Omit<Activity, 'dueAt' | 'remindAt' | 'doneAt' | 'createdAt' | 'owner'> & {
  dueAt: Date;
  remindAt: Date | null;
  doneAt: Date | null;
  createdAt: Date;
  ownerId: string | null;
  ownerName: string | null;
  place: string;
};

/** Activities `a` that meet `where`, soonest first, or those done, latest first; each with its place in the order. */
export async function readActivities(
  call: StoreCall,
  where: RawBuilder<boolean>,
  { limit, after, done = false }: { limit: number; after?: { at: string; id: string }; done?: boolean },
): Promise<{ activity: Activity; place: string }[]> {
  const [at, way, sign] = done ? [sql`a.done_at`, sql`desc`, sql`<`] : [sql`a.due_at`, sql`asc`, sql`>`];
  const rest = after ? sql`and (${at}, a.id) ${sign} (${after.at}::timestamptz, ${after.id}::uuid)` : sql``;
  const { rows } = await sql<Row>`
    select a.id, jsonb_build_object('id', d.id, 'title', d.title) as deal, a.kind, a.title, a.due_at as "dueAt",
      case when a.done_at is null then ${whenOf(call, sql`a.due_at`)} end as "when", a.remind_at as "remindAt",
      a.done_at as "doneAt", a.owner_id as "ownerId", u.name as "ownerName", a.created_at as "createdAt",
      (${at})::text as place
    from (select a.* from deal_activities a where a.workspace_id = ${call.workspaceId} and ${where} ${rest}
      order by ${at} ${way}, a.id ${way} limit ${limit}) a
    join deals d on d.workspace_id = a.workspace_id and d.id = a.deal_id
    join workspaces w on w.id = a.workspace_id
    left join users u on u.id = a.owner_id
    order by ${at} ${way}, a.id ${way}`.execute(call.tx);
  return rows.map(({ place, ownerId, ownerName, ...row }) => ({
    place,
    activity: {
      ...row,
      dueAt: iso(row.dueAt),
      remindAt: iso(row.remindAt),
      doneAt: iso(row.doneAt),
      createdAt: iso(row.createdAt),
      owner: ownerId === null ? null : { userId: ownerId, name: ownerName ?? '' },
    },
  }));
}

/** How many of the activities `a` that meet `where` and are not done are due when. */
export async function countActivities(
  call: StoreCall,
  where: RawBuilder<boolean>,
): Promise<Record<When, number>> {
  const count = (when: When) =>
    sql`count(*) filter (where ${isDue(call, sql`a.due_at`, when)})::int as ${sql.ref(when)}`;
  const { rows } = await sql<Record<When, number>>`
    select ${count('overdue')}, ${count('today')}, ${count('planned')}
    from deal_activities a
    where a.workspace_id = ${call.workspaceId} and a.done_at is null and ${where}`.execute(call.tx);
  return rows[0]!;
}

export async function insertActivity(
  call: StoreCall & { actor: Actor },
  dealId: string,
  content: ActivityContent,
): Promise<string> {
  const id = newId();
  await call.tx
    .insertInto('deal_activities')
    .values({
      workspace_id: call.workspaceId,
      id,
      deal_id: dealId,
      kind: content.kind,
      title: content.title,
      due_at: content.dueAt,
      remind_at: content.remindAt,
      owner_id: content.ownerId,
      created_by: JSON.stringify(call.actor),
      created_at: call.now,
    })
    .execute();
  return id;
}

export type LockedActivity = ActivityContent & { id: string; dealId: string; doneAt: Date | null };

/** Holds the activity to the end of the transaction. */
export async function lockActivity(call: StoreCall, id: string): Promise<LockedActivity | undefined> {
  const { rows } = await sql<LockedActivity>`
    select id, deal_id as "dealId", kind, title, due_at as "dueAt", remind_at as "remindAt", owner_id as "ownerId",
      done_at as "doneAt"
    from deal_activities where workspace_id = ${call.workspaceId} and id = ${id} for update`.execute(call.tx);
  return rows[0];
}

/** Another moment of reminding means that nobody was reminded yet. */
export async function changeActivity(call: StoreCall, row: LockedActivity): Promise<void> {
  await sql`update deal_activities set kind = ${row.kind}, title = ${row.title}, due_at = ${row.dueAt},
      remind_at = ${row.remindAt}::timestamptz, owner_id = ${row.ownerId}::uuid, done_at = ${row.doneAt}::timestamptz,
      reminded_at = case when remind_at is not distinct from ${row.remindAt}::timestamptz then reminded_at end
    where workspace_id = ${call.workspaceId} and id = ${row.id}`.execute(call.tx);
}

export async function removeActivity(call: StoreCall, id: string): Promise<void> {
  await sql`delete from deal_activities where workspace_id = ${call.workspaceId} and id = ${id}`.execute(
    call.tx,
  );
}

/** Notes that the owner is reminded now; false when there is nothing to remind of, or somebody was faster. */
export async function noteReminded(call: StoreCall, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update deal_activities set reminded_at = ${call.now}
    where workspace_id = ${call.workspaceId} and id = ${id} and reminded_at is null and done_at is null
      and remind_at <= ${call.now}`.execute(call.tx);
  return numAffectedRows === 1n;
}
