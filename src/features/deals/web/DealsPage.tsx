// The board of deals: a pipeline, its stages as columns.
import { useMemo } from 'react';
import { useFilters } from '#web/ui/use-filters.ts';
import { Board } from './Board.tsx';
import { DealsFrame } from './DealsFrame.tsx';
import { boardFilterOf, type DealSearch } from './deal-query.ts';
import { MyGoal } from './MyGoal.tsx';

export function DealsPage() {
  const [search] = useFilters<DealSearch>();
  const { owner, activity, contact, createdFrom, createdTo, closeFrom, closeTo, search: words } = search;
  // Opening the form changes the address, and nothing of what is asked.
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what the filter is made of
  const filter = useMemo(
    () => boardFilterOf(search),
    [owner, activity, contact, createdFrom, createdTo, closeFrom, closeTo, words],
  );
  return (
    <DealsFrame view="board" beside={<MyGoal />}>
      {({ pipeline, clear }) => (
        <Board key={pipeline.id} pipeline={pipeline} filter={filter} onClearFilters={clear} />
      )}
    </DealsFrame>
  );
}
