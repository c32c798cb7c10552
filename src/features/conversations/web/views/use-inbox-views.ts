// The views of the inbox for what its address says.
import type { ViewFilter } from '#features/conversations/views/inbox-views.contract.ts';
import type { InboxSearch } from '#features/conversations/web/list/inbox-search.ts';
import { api, client } from '#web/api.ts';
import { useViews, type ViewsOf } from '#web/ui/views/use-views.ts';
import { viewFilterOf } from './view-search.ts';

const INBOX_VIEWS: ViewsOf<ViewFilter> = {
  team: 'chats:assign',
  key: api.inboxViews.key(),
  listKey: api.inboxViews.list.queryKey({ input: {} }),
  list: () => client.inboxViews.list({}),
  create: (view) => client.inboxViews.create(view),
  update: (view) => client.inboxViews.update(view),
  reorder: (order) => client.inboxViews.reorder(order),
  delete: (view) => client.inboxViews.delete(view),
};

export function useInboxViews(search: InboxSearch) {
  return useViews(INBOX_VIEWS, viewFilterOf(search), search.view);
}
