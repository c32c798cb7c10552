// The views of a list as its page has them: which there are, which is chosen, and what may be done to them.
import { type QueryKey, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SavedView, ViewScope } from '#features/views/views.contract.ts';
import type { Permission } from '#operations/permissions.ts';
import { usePermission } from '#web/session.ts';
import { isSameFilter } from './is-same-filter.ts';

/** The operations on the views of one list, and the keys of what was asked. */
export type ViewsOf<F> = {
  /** Needed for the team's views. */
  team: Permission;
  key: QueryKey;
  listKey: QueryKey;
  list(): Promise<{ items: SavedView<F>[] }>;
  create(view: { name: string; scope: ViewScope; filter: F }): Promise<SavedView<F>>;
  update(view: { id: string; name?: string; scope?: ViewScope; filter?: F }): Promise<SavedView<F>>;
  reorder(order: { scope: ViewScope; ids: string[] }): Promise<unknown>;
  delete(view: { id: string }): Promise<unknown>;
};

/** `filter`: what is filtered now; `chosenId`: the view of the address. */
export function useViews<F>(of: ViewsOf<F>, filter: F, chosenId: string | undefined) {
  const queryClient = useQueryClient();
  const { data, isPending } = useQuery({
    queryKey: of.listKey,
    queryFn: () => of.list(),
    staleTime: 60_000,
  });
  const mayTeam = usePermission(of.team);
  const views = data?.items ?? [];
  const chosen = views.find((view) => view.id === chosenId);
  return {
    of,
    views,
    isPending,
    chosen,
    isChanged: chosen !== undefined && !isSameFilter(filter, chosen.filter),
    filter,
    mayTeam,
    mayChange: (view: SavedView<F>) => view.scope === 'mine' || mayTeam,
    /** Asks for the views again; resolves when the new ones are there. */
    refresh: () => queryClient.invalidateQueries({ queryKey: of.key }),
  };
}

export type Views<F> = ReturnType<typeof useViews<F>>;
