// What the guardian stopped, held back and freed, newest first, each in a sentence.
import { Button, Skeleton, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'use-intl';
import type { Decision } from '#features/guardian/watch.contract.ts';
import { api } from '#web/api.ts';
import cards from '#web/ui/CardPage.module.css';
import { RelativeTime } from '#web/ui/RelativeTime.tsx';
import styles from './HealthPage.module.css';

export function DecisionList({ numberId }: { numberId: string }) {
  const t = useTranslations('watch.log');
  const log = useInfiniteQuery(
    api.watch.log.infiniteOptions({
      input: (cursor: string | undefined) => ({ numberId, limit: 20, ...(cursor ? { cursor } : {}) }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  );
  const entries = log.data?.pages.flatMap((page) => page.items);
  return (
    <section className={cards.card} aria-labelledby="health-log">
      <Title order={2} id="health-log">
        {t('title')}
      </Title>
      {!entries && <Skeleton height={80} />}
      {entries?.length === 0 && <p className={cards.note}>{t('none')}</p>}
      <ul className={styles.log}>
        {entries?.map((entry) => (
          <li key={entry.id}>
            <RelativeTime at={entry.at} />
            <Sentence entry={entry} />
          </li>
        ))}
      </ul>
      {log.hasNextPage && (
        <Button
          variant="default"
          size="xs"
          loading={log.isFetchingNextPage}
          onClick={() => void log.fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
    </section>
  );
}

const HOLDS = ['daily_cap', 'weekly_cap', 'unanswered', 'unanswered_first'] as const;

function Sentence({ entry }: { entry: Decision }) {
  const t = useTranslations('watch.log');
  const format = useFormatter();
  const { what, number, campaign, people, until, numbers } = entry;
  const hold = HOLDS.find((reason) => reason === numbers.reason);
  const key = what === 'people_held' ? (hold ?? 'unanswered') : what;
  return (
    <span>
      {t(key, {
        phone: number?.phone ?? '',
        campaign: campaign?.name ?? '',
        people: people ?? 0,
        perDay: Number(numbers.perDay ?? 0),
        until: until
          ? format.dateTime(new Date(until), { day: 'numeric', month: 'short', year: 'numeric' })
          : '',
      })}
    </span>
  );
}
