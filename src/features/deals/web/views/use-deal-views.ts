// The views of deals for what the address of board or list says.
import type { DealViewFilter } from '#features/deals/views/deal-views.contract.ts';
import type { DealSearch } from '#features/deals/web/deal-query.ts';
import { api, client } from '#web/api.ts';
import { useViews, type ViewsOf } from '#web/ui/views/use-views.ts';
import { viewFilterOf } from './deal-view-search.ts';

const DEAL_VIEWS: ViewsOf<DealViewFilter> = {
  team: 'deals:write',
  key: api.dealViews.key(),
  listKey: api.dealViews.list.queryKey({ input: {} }),
  list: () => client.dealViews.list({}),
  create: (view) => client.dealViews.create(view),
  update: (view) => client.dealViews.update(view),
  reorder: (order) => client.dealViews.reorder(order),
  delete: (view) => client.dealViews.delete(view),
};

export function useDealViews(page: DealViewFilter['page'], search: DealSearch) {
  return useViews(DEAL_VIEWS, viewFilterOf(page, search), search.view);
}
