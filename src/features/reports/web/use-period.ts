// The period whose figures are shown, kept in the address.
import type { Period } from '#features/reports/reports.contract.ts';
import { useFilters } from '#web/ui/use-filters.ts';

const usual: Period = 'week';

export function usePeriod(): [Period, (period: Period) => void] {
  const [{ period }, setFilters] = useFilters<{ period?: Period }>();
  return [period ?? usual, (next) => setFilters({ period: next === usual ? null : next })];
}
