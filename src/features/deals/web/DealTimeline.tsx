// What happened to a deal, latest first.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Deal, DealChange } from '#features/deals/deal-shapes.contract.ts';
import { api } from '#web/api.ts';
import { Timeline, TimelineChange, TimelineEntry } from '#web/ui/record/Timeline.tsx';
import { useDay } from './use-day.ts';
import { useDealMoney } from './use-deal-money.ts';

export function DealTimeline({ deal }: { deal: Deal }) {
  const t = useTranslations('dealPage.timeline');
  const pages = useInfiniteQuery(
    api.deals.timeline.infiniteOptions({
      input: (cursor: string | undefined) => ({ key: deal.id, cursor, limit: 30 }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  );
  const entries = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Timeline title={t('title')} pages={pages}>
      {entries.map((entry) => (
        <TimelineEntry
          key={entry.id}
          what={t(entry.kind, {
            name: entry.actor.name,
            thing: entry.contact?.name ?? entry.activity ?? t('somebody'),
          })}
          at={entry.at}
          changes={entry.changes.map((change) => (
            <Change key={change.field} change={change} all={entry.changes} currency={deal.currency} />
          ))}
        />
      ))}
    </Timeline>
  );
}

type ChangeProps = { change: DealChange; all: readonly DealChange[]; currency: string | null };

function Change({ change: { field, from, to }, all, currency }: ChangeProps) {
  const t = useTranslations('dealPage.timeline');
  const words = useTranslations('deals.form');
  const money = useDealMoney();
  const day = useDay();
  const currencies = all.find((change) => change.field === 'currency');
  const spell = (side: DealChange['from'], at: 'from' | 'to') => {
    if (side === null) return t('nothing');
    if (field === 'closeDate') return day(side.value);
    if (field !== 'amount') return side.name;
    const code = currencies ? currencies[at]?.value : currency;
    return code ? money(Number(side.value), code) : side.name;
  };
  return <TimelineChange field={words(field)} from={spell(from, 'from')} to={spell(to, 'to')} />;
}
