// The views of deals in their menu, on board and list.
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { DealViewFilter } from '#features/deals/views/deal-views.contract.ts';
import type { DealSearch } from '#features/deals/web/deal-query.ts';
import { useFilters } from '#web/ui/use-filters.ts';
import { ViewsMenu } from '#web/ui/views/ViewsMenu.tsx';
import { PAGES, searchOfView } from './deal-view-search.ts';
import { useDealViews } from './use-deal-views.ts';

export function DealViewsMenu({ page }: { page: DealViewFilter['page'] }) {
  const t = useTranslations('dealViews');
  const navigate = useNavigate();
  const [search, setSearch] = useFilters<DealSearch>();
  return (
    <ViewsMenu
      views={useDealViews(page, search)}
      example={t('example')}
      onChoose={(view) => void navigate({ to: PAGES[view.filter.page], search: searchOfView(view) })}
      onSaved={(view) => setSearch({ view: view.id })}
    />
  );
}
