// What happened to a record, latest first, page after page.
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { RelativeTime } from '#web/ui/RelativeTime.tsx';
import { RecordSection } from './RecordSection.tsx';
import styles from './Timeline.module.css';

/** As `useInfiniteQuery` answers. */
type Pages = {
  error: unknown;
  refetch: () => unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
};

type Props = {
  title: string;
  pages: Pages;
  /** At the right of the title. */
  action?: ReactNode;
  /** Above the entries: where one is written. */
  before?: ReactNode;
  /** `TimelineEntry`s. */
  children: ReactNode;
};

export function Timeline({ title, pages, action, before, children }: Props) {
  const t = useTranslations('ui.record');
  return (
    <RecordSection title={title} action={action}>
      {before}
      {pages.error != null && <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />}
      <ol className={styles.entries}>{children}</ol>
      {pages.hasNextPage && (
        <Button
          mt="sm"
          variant="subtle"
          size="xs"
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t('earlier')}
        </Button>
      )}
    </RecordSection>
  );
}

type EntryProps = {
  /** Who did what. */
  what: ReactNode;
  /** ISO 8601. */
  at: string;
  /** Words of a colleague for colleagues. */
  note?: string | null;
  /** Words of a message. */
  quote?: string | null;
  /** `TimelineChange`s. */
  changes: ReactNode[];
};

export function TimelineEntry({ what, at, note = null, quote = null, changes }: EntryProps) {
  return (
    <li>
      <div className={styles.entryHead}>
        <span>{what}</span>
        <RelativeTime at={at} />
      </div>
      {note !== null && <p className={styles.note}>{note}</p>}
      {quote !== null && <p className={styles.quote}>{quote}</p>}
      {changes.length > 0 && <ul className={styles.changes}>{changes}</ul>}
    </li>
  );
}

/** One field before and after; `from`, `to`: as words. */
export function TimelineChange({ field, from, to }: { field: string; from: string; to: string }) {
  return (
    <li>
      {field}: {from} → <strong>{to}</strong>
    </li>
  );
}
