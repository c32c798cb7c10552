// What happened to a deal, latest first.
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Deal, DealChange, DealEntry } from '#features/deals/deal-shapes.contract.ts';
import { api } from '#web/api.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { RelativeTime } from '#web/ui/RelativeTime.tsx';
import styles from './DealPage.module.css';
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
    <section className={styles.timeline} aria-labelledby="deal-timeline">
      <div className={styles.sectionHead}>
        <h2 id="deal-timeline">{t('title')}</h2>
      </div>
      {pages.error && <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />}
      <ol className={styles.entries}>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} currency={deal.currency} />
        ))}
      </ol>
      {pages.hasNextPage && (
        <Button
          mt="sm"
          variant="subtle"
          size="xs"
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
    </section>
  );
}

function Entry({ entry, currency }: { entry: DealEntry; currency: string | null }) {
  const t = useTranslations('dealPage.timeline');
  const thing = entry.contact?.name ?? entry.activity ?? t('somebody');
  return (
    <li>
      <div className={styles.entryHead}>
        <span>{t(entry.kind, { name: entry.actor.name, thing })}</span>
        <RelativeTime at={entry.at} />
      </div>
      {entry.changes.length > 0 && (
        <ul className={styles.changes}>
          {entry.changes.map((change) => (
            <Change key={change.field} change={change} all={entry.changes} currency={currency} />
          ))}
        </ul>
      )}
    </li>
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
  return (
    <li>
      {words(field)}: {spell(from, 'from')} → <strong>{spell(to, 'to')}</strong>
    </li>
  );
}
