// Lists, saves, changes, orders and deletes the views of one list.
import { publish } from '#events/publish.ts';
import { audit } from '#features/people/people.ts';
import { AppError, badInput, conflict, isUniqueViolation, notFound } from '#kit/errors.ts';
import { type Call, personOf } from '#operations/call.ts';
import { done } from '#operations/operation.ts';
import type { Permission } from '#operations/permissions.ts';
import { MOST_VIEWS, type SavedView, type ViewScope, type ViewSubject } from './views.contract.ts';
import { changeView, insertView, type KeptView, orderViews, readViews, removeView } from './views.store.ts';

type How<F> = {
  subject: ViewSubject;
  /** What the audit log calls a view of this list. */
  noun: string;
  /** Needed for the team's views. */
  team: Permission;
  /** Who keeps the team's views, for those who may not. */
  refusal: string;
  /** Ids in a filter of things that may be deleted. */
  namedBy: (filter: F) => string[];
  /** Which of them are still there. */
  readPresent: (call: Call, ids: readonly string[]) => Promise<Set<string>>;
};

type Wanted<F> = {
  name?: string | undefined;
  scope?: ViewScope | undefined;
  filter?: F | undefined;
};

/** What answers the operations of `viewsContract`. */
export function keepViews<F>({ subject, noun, team, refusal, namedBy, readPresent }: How<F>) {
  async function viewsOf(call: Call): Promise<SavedView<F>[]> {
    const views = await readViews(call, subject, call.userId);
    const named = views.map(({ filter }) => namedBy(filter as F));
    const present = await readPresent(call, [...new Set(named.flat())]);
    return views.map(({ id, userId, name, filter }, at) => ({
      id,
      name,
      scope: userId === null ? 'team' : 'mine',
      filter: filter as F,
      gone: named[at]!.filter((one) => !present.has(one)),
    }));
  }

  async function oneOf(call: Call, id: string): Promise<SavedView<F>> {
    const view = (await viewsOf(call)).find((one) => one.id === id);
    if (!view) throw notFound('view');
    return view;
  }

  /** The view `id` when the caller sees it and may change it; those of colleagues do not exist for them. */
  async function required(call: Call, id: string): Promise<KeptView> {
    const view = (await readViews(call, subject, call.userId)).find((one) => one.id === id);
    if (!view) throw notFound('view');
    if (view.userId === null) ownerOf(call, 'team');
    return view;
  }

  /** Whose a view of that scope is; refuses those who may not keep views for the team. */
  function ownerOf(call: Call, scope: ViewScope): string | null {
    if (scope === 'mine') return personOf(call);
    if (call.permissions.has(team)) return null;
    throw new AppError('forbidden', refusal);
  }

  async function ofOwner(call: Call, userId: string | null): Promise<KeptView[]> {
    return (await readViews(call, subject, call.userId)).filter((view) => view.userId === userId);
  }

  async function requireRoom(call: Call, userId: string | null): Promise<void> {
    if ((await ofOwner(call, userId)).length >= MOST_VIEWS)
      throw conflict('views_too_many', `${MOST_VIEWS} views are the most: delete one that nobody uses.`);
  }

  /** What is done to the team's views is noted, and seen by the others at once. */
  async function tellTeam(
    call: Call,
    happened: 'created' | 'changed' | 'deleted',
    view: Omit<KeptView, 'filter'>,
  ) {
    if (view.userId !== null) return;
    await audit.record(call, {
      action: `${noun}.${happened}`,
      subjectType: noun,
      subjectId: view.id,
      details: { name: view.name },
    });
    await publish(call, 'workspace.changed', call.workspaceId, {});
  }

  return {
    list: async (call: Call) => ({ items: await viewsOf(call) }),

    create: async (call: Call, { name, scope, filter }: { name: string; scope: ViewScope; filter: F }) => {
      const userId = ownerOf(call, scope);
      await requireRoom(call, userId);
      const id = await unlessTaken(name, () => insertView(call, subject, { userId, name, filter }));
      await tellTeam(call, 'created', { id, userId, name });
      return oneOf(call, id);
    },

    update: async (call: Call, { id, name, scope, filter }: Wanted<F> & { id: string }) => {
      const old = await required(call, id);
      const userId = scope === undefined ? old.userId : ownerOf(call, scope);
      const moved = userId !== old.userId;
      if (moved) await requireRoom(call, userId);
      const view = { ...old, userId, name: name ?? old.name, filter: filter ?? old.filter };
      await unlessTaken(view.name, () => changeView(call, subject, view, moved));
      await tellTeam(call, 'changed', moved ? { ...view, userId: null } : view);
      return oneOf(call, id);
    },

    reorder: async (call: Call, { scope, ids }: { scope: ViewScope; ids: string[] }) => {
      const userId = ownerOf(call, scope);
      const all = await ofOwner(call, userId);
      if (ids.length !== all.length || all.some((view) => !ids.includes(view.id)))
        throw badInput([{ path: 'ids', message: 'Name every view of that scope once.' }]);
      await orderViews(call, ids);
      if (userId === null) await publish(call, 'workspace.changed', call.workspaceId, {});
      return { items: await viewsOf(call) };
    },

    delete: async (call: Call, { id }: { id: string }) => {
      const view = await required(call, id);
      await removeView(call, id);
      await tellTeam(call, 'deleted', view);
      return done;
    },
  };
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
