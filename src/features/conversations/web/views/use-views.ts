// The views of the inbox as the pages have them: which there are, which is chosen, and what may be done to them.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { InboxView } from '#features/conversations/views/inbox-views.contract.ts';
import type { InboxSearch } from '#features/conversations/web/list/inbox-search.ts';
import { api } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { isSameFilter, viewFilterOf } from './view-search.ts';

const NONE: InboxView[] = [];

export function useViews(search: InboxSearch) {
  const { data, isPending } = useQuery({
    ...api.inboxViews.list.queryOptions({ input: {} }),
    staleTime: 60_000,
  });
  const mayTeam = usePermission('chats:assign');
  const views = data?.items ?? NONE;
  const chosen = views.find((view) => view.id === search.view);
  const now = viewFilterOf(search);
  return {
    views,
    isPending,
    chosen,
    isChanged: chosen !== undefined && !isSameFilter(now, chosen.filter),
    filter: now,
    mayTeam,
    mayChange: (view: InboxView) => view.scope === 'mine' || mayTeam,
  };
}

/** Asks for the views again; resolves when the new ones are there. */
export function useFreshViews(): () => Promise<void> {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: api.inboxViews.key() });
}
