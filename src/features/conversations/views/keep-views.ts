// Lists, saves, changes, orders and deletes views of the inbox.
import { publish } from '#events/publish.ts';
import { audit } from '#features/people/people.ts';
import { AppError, badInput, conflict, isUniqueViolation, notFound } from '#kit/errors.ts';
import { type Call, personOf } from '#operations/call.ts';
import type { Handler } from '#operations/handle.ts';
import { done } from '#operations/operation.ts';
import {
  type InboxView,
  type inboxViewsContract,
  MOST_VIEWS,
  type ViewFilter,
  type ViewScope,
} from './inbox-views.contract.ts';
import {
  changeView,
  insertView,
  type KeptView,
  orderViews,
  readPresent,
  readViews,
  removeView,
} from './inbox-views.store.ts';

type Contract = typeof inboxViewsContract;

export const listViews: Handler<Contract['list']> = async (call) => ({ items: await viewsOf(call) });

export const createView: Handler<Contract['create']> = async (call, { name, scope, filter }) => {
  const userId = ownerOf(call, scope);
  await requireRoom(call, userId);
  const id = await unlessTaken(name, () => insertView(call, { userId, name, filter }));
  await tellTeam(call, 'inbox_view.created', { id, userId, name });
  return oneOf(call, id);
};

export const updateView: Handler<Contract['update']> = async (call, { id, name, scope, filter }) => {
  const old = await required(call, id);
  const userId = scope === undefined ? old.userId : ownerOf(call, scope);
  const moved = userId !== old.userId;
  if (moved) await requireRoom(call, userId);
  const view = { ...old, userId, name: name ?? old.name, filter: filter ?? old.filter };
  await unlessTaken(view.name, () => changeView(call, view, moved));
  await tellTeam(call, 'inbox_view.changed', moved ? { ...view, userId: null } : view);
  return oneOf(call, id);
};

export const reorderViews: Handler<Contract['reorder']> = async (call, { scope, ids }) => {
  const userId = ownerOf(call, scope);
  const all = await ofOwner(call, userId);
  if (ids.length !== all.length || all.some((view) => !ids.includes(view.id)))
    throw badInput([{ path: 'ids', message: 'Name every view of that scope once.' }]);
  await orderViews(call, ids);
  if (userId === null) await publish(call, 'workspace.changed', call.workspaceId, {});
  return { items: await viewsOf(call) };
};

export const deleteView: Handler<Contract['delete']> = async (call, { id }) => {
  const view = await required(call, id);
  await removeView(call, id);
  await tellTeam(call, 'inbox_view.deleted', view);
  return done;
};

async function viewsOf(call: Call): Promise<InboxView[]> {
  const views = await readViews(call, call.userId);
  const present = await readPresent(call, [...new Set(views.flatMap(({ filter }) => namedBy(filter)))]);
  return views.map(({ id, userId, name, filter }) => ({
    id,
    name,
    scope: userId === null ? 'team' : 'mine',
    filter,
    gone: namedBy(filter).filter((one) => !present.has(one)),
  }));
}

function namedBy({ tagIds, listIds, assigneeIds, numberIds }: ViewFilter): string[] {
  return [tagIds, listIds, assigneeIds, numberIds]
    .flatMap((ids) => ids ?? [])
    .filter((id) => id !== 'nobody');
}

async function oneOf(call: Call, id: string): Promise<InboxView> {
  const view = (await viewsOf(call)).find((one) => one.id === id);
  if (!view) throw notFound('view');
  return view;
}

/** The view `id` when the caller sees it and may change it; those of colleagues do not exist for them. */
async function required(call: Call, id: string): Promise<KeptView> {
  const view = (await readViews(call, call.userId)).find((one) => one.id === id);
  if (!view) throw notFound('view');
  if (view.userId === null) ownerOf(call, 'team');
  return view;
}

/** Whose a view of that scope is; refuses those who may not keep views for the team. */
function ownerOf(call: Call, scope: ViewScope): string | null {
  if (scope === 'mine') return personOf(call);
  if (call.permissions.has('chats:assign')) return null;
  throw new AppError('forbidden', 'Views of the team are kept by those who may assign conversations.');
}

async function ofOwner(call: Call, userId: string | null): Promise<KeptView[]> {
  return (await readViews(call, call.userId)).filter((view) => view.userId === userId);
}

async function requireRoom(call: Call, userId: string | null): Promise<void> {
  if ((await ofOwner(call, userId)).length >= MOST_VIEWS)
    throw conflict('views_too_many', `${MOST_VIEWS} views are the most: delete one that nobody uses.`);
}

async function unlessTaken<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isUniqueViolation(error, 'saved_views_name'))
      throw badInput([{ path: 'name', message: `There is a view “${name}” already.` }]);
    throw error;
  }
}

/** What is done to the team's views is noted, and seen by the others at once. */
async function tellTeam(
  call: Call,
  action: string,
  view: { id: string; userId: string | null; name: string },
): Promise<void> {
  if (view.userId !== null) return;
  await audit.record(call, {
    action,
    subjectType: 'inbox_view',
    subjectId: view.id,
    details: { name: view.name },
  });
  await publish(call, 'workspace.changed', call.workspaceId, {});
}
