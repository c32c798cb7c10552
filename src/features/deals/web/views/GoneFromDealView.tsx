// Above board and list while the chosen view names what exists no longer.
import { useTranslations } from 'use-intl';
import type { DealViewFilter } from '#features/deals/views/deal-views.contract.ts';
import type { DealSearch } from '#features/deals/web/deal-query.ts';
import { useFilters } from '#web/ui/use-filters.ts';
import { GoneFromView } from '#web/ui/views/GoneFromView.tsx';
import { useDealViews } from './use-deal-views.ts';

const KINDS = ['pipeline', 'owner', 'contact', 'lost', 'reached'] as const;

export function GoneFromDealView({ page }: { page: DealViewFilter['page'] }) {
  const t = useTranslations('dealViews.gone');
  const [search, setSearch] = useFilters<DealSearch>();
  const { chosen } = useDealViews(page, search);
  const gone = new Set(chosen?.gone);
  const kinds = KINDS.filter((kind) => search[kind] !== undefined && gone.has(search[kind]));
  return (
    <GoneFromView
      kinds={kinds.map((kind) => t(kind))}
      onLeaveOut={() => setSearch(Object.fromEntries(kinds.map((kind) => [kind, null])))}
    />
  );
}
