// Lists, counts, plans, changes, ticks off and deletes activities of deals.
import { type RawBuilder, sql } from 'kysely';
import { publish } from '#events/publish.ts';
import { isDue } from '#features/deals/activity-when.ts';
import { membersAmong } from '#features/deals/check-deals.ts';
import type { Activity, dealActivitiesContract } from '#features/deals/deal-activities.contract.ts';
import {
  changeActivity,
  countActivities as count,
  insertActivity,
  type LockedActivity,
  lockActivity,
  readActivities,
  removeActivity,
} from '#features/deals/deal-activities.store.ts';
import { insertEntries } from '#features/deals/deal-history.store.ts';
import { remindAt as remind } from '#features/deals/jobs/remind.job.ts';
import { findDeal, findDealId } from '#features/deals/read-deals.ts';
import { badInput, notFound } from '#kit/errors.ts';
import { decodeCursor, toPage } from '#kit/paging.ts';
import type { Call } from '#operations/call.ts';
import type { Handler } from '#operations/handle.ts';
import { done as gone } from '#operations/operation.ts';

type Contract = typeof dealActivitiesContract;

type Whose = { ownerId?: string | undefined; pipelineId?: string | undefined; kind?: string | undefined };

export const listActivities: Handler<Contract['list']> = async (call, input) => {
  const { limit, cursor, deal, state, when } = input;
  const done = state === 'done';
  const all = [done ? sql<boolean>`a.done_at is not null` : sql<boolean>`a.done_at is null`];
  if (deal) all.push(sql`a.deal_id = ${await findDealId(call, deal)}`);
  if (when) all.push(isDue(call, sql`a.due_at`, when));
  const [at, id] = cursor === undefined ? [] : decodeCursor(cursor, ['instant', 'id']);
  const rows = await readActivities(call, both([...all, ...whose(call, input)]), {
    limit: limit + 1,
    done,
    ...(at !== undefined && id !== undefined ? { after: { at, id } } : {}),
  });
  const page = toPage(rows, limit, (row) => [row.place, row.activity.id]);
  return { items: page.items.map((row) => row.activity), nextCursor: page.nextCursor };
};

export const countActivities: Handler<Contract['counts']> = async (call, input) =>
  count(call, both(whose(call, input)));

function whose(call: Call, { ownerId, pipelineId, kind }: Whose): RawBuilder<boolean>[] {
  const all: RawBuilder<boolean>[] = [];
  if (ownerId) all.push(sql`a.owner_id = ${ownerId === 'me' ? call.userId : ownerId}::uuid`);
  if (kind) all.push(sql`a.kind = ${kind}`);
  if (pipelineId)
    all.push(sql`exists (select from deals d
      where d.workspace_id = a.workspace_id and d.id = a.deal_id and d.pipeline_id = ${pipelineId})`);
  return all;
}

function both(conditions: readonly RawBuilder<boolean>[]): RawBuilder<boolean> {
  return conditions.length === 0 ? sql`true` : sql`(${sql.join(conditions, sql` and `)})`;
}

export const createActivity: Handler<Contract['create']> = async (call, input) => {
  const deal = await findDeal(call, input.key);
  const ownerId = input.ownerId ?? deal.owner?.userId ?? call.userId;
  await requireMember(call, input.ownerId);
  const { kind, title } = input;
  const remindAt = input.remindAt ? new Date(input.remindAt) : null;
  const id = await insertActivity(call, deal.id, {
    kind,
    title,
    dueAt: new Date(input.dueAt),
    remindAt,
    ownerId,
  });
  await remind(call, id, remindAt);
  await insertEntries(call, [{ dealId: deal.id, kind: 'activity_planned', activity: title }]);
  await publish(call, 'deal.activity_changed', deal.id, { activityId: id, change: 'planned' });
  return one(call, id);
};

export const updateActivity: Handler<Contract['update']> = async (call, { id, done, ...input }) => {
  const before = await lockActivity(call, id);
  if (!before) throw notFound('activity');
  if (input.ownerId !== before.ownerId) await requireMember(call, input.ownerId);
  const dueAt = input.dueAt ? new Date(input.dueAt) : before.dueAt;
  const remindAt = remindedAt(input.remindAt, before, dueAt);
  const doneAt = done === undefined ? before.doneAt : done ? (before.doneAt ?? call.now) : null;
  await changeActivity(call, {
    ...before,
    kind: input.kind ?? before.kind,
    title: input.title ?? before.title,
    dueAt,
    remindAt,
    ownerId: input.ownerId ?? before.ownerId,
    doneAt,
  });
  if (remindAt?.getTime() !== before.remindAt?.getTime()) await remind(call, id, remindAt);
  const ticked = doneAt !== null && before.doneAt === null;
  const change = ticked ? 'done' : doneAt === null && before.doneAt !== null ? 'reopened' : 'changed';
  await insertEntries(call, [
    { dealId: before.dealId, kind: `activity_${change}`, activity: input.title ?? before.title },
  ]);
  await publish(call, 'deal.activity_changed', before.dealId, { activityId: id, change });
  return one(call, id);
};

export const deleteActivity: Handler<Contract['delete']> = async (call, { id }) => {
  const before = await lockActivity(call, id);
  if (!before) throw notFound('activity');
  await removeActivity(call, id);
  await insertEntries(call, [{ dealId: before.dealId, kind: 'activity_deleted', activity: before.title }]);
  await publish(call, 'deal.activity_changed', before.dealId, { activityId: id, change: 'deleted' });
  return gone;
};

/** An activity that is put off takes its reminder along. */
function remindedAt(wanted: string | null | undefined, before: LockedActivity, dueAt: Date): Date | null {
  if (wanted !== undefined) return wanted === null ? null : new Date(wanted);
  return before.remindAt && new Date(before.remindAt.getTime() + dueAt.getTime() - before.dueAt.getTime());
}

async function one(call: Call, id: string): Promise<Activity> {
  return (await readActivities(call, sql<boolean>`a.id = ${id}`, { limit: 1 }))[0]!.activity;
}

async function requireMember(call: Call, ownerId: string | undefined): Promise<void> {
  if (ownerId && !(await membersAmong(call, [ownerId])).has(ownerId))
    throw badInput([{ path: 'ownerId', message: 'This person does not belong to the workspace.' }]);
}
