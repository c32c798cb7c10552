// The list of conversations: who wrote last, what, when, and how much of it is unread.
import { Button, SegmentedControl, Skeleton, Title } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { api } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FilterBar } from '#web/ui/FilterBar.tsx';
import { NothingMatches } from '#web/ui/table/NothingMatches.tsx';
import { ConversationItem } from './ConversationItem.tsx';
import styles from './ConversationList.module.css';

export type InboxFilters = {
  show?: 'unread' | 'mine' | 'unassigned';
  search?: string;
  open?: string;
};

type Props = {
  filters: InboxFilters;
  setFilters: (
    changes: { [K in keyof InboxFilters]?: InboxFilters[K] | null },
    options?: { replace?: boolean },
  ) => void;
};

export function ConversationList({ filters, setFilters }: Props) {
  const t = useTranslations('conversations');
  const seesAll = usePermission('chats:all');
  const { show, search, open } = filters;
  const unread = useQuery(api.conversations.unread.queryOptions({ input: {} }));
  const pages = useInfiniteQuery(
    api.conversations.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ cursor, search, show: show ?? 'all' }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  );
  const rows = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const filtered = Boolean(show ?? search);
  const clear = () => setFilters({ show: null, search: null });
  const choices = [
    { value: 'all', label: t('show.all') },
    {
      value: 'unread',
      label: unread.data?.count ? t('show.unreadCount', { count: unread.data.count }) : t('show.unread'),
    },
    { value: 'mine', label: t('show.mine') },
    ...(seesAll ? [{ value: 'unassigned', label: t('show.unassigned') }] : []),
  ];
  return (
    <section className={styles.list} aria-label={t('title')}>
      <header className={styles.head}>
        <Title order={1} className={styles.title}>
          {t('title')}
        </Title>
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={t('show.label')}
          data={choices}
          value={show ?? 'all'}
          onChange={(value) => setFilters({ show: value === 'all' ? null : (value as InboxFilters['show']) })}
        />
      </header>
      <FilterBar
        search={{
          value: search,
          onChange: (value) => setFilters({ search: value }),
          placeholder: t('search'),
        }}
      />
      <div className={styles.rows}>
        {pages.error && <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />}
        {pages.isPending && [1, 2, 3, 4, 5].map((row) => <SkeletonItem key={row} />)}
        {pages.isSuccess &&
          rows.length === 0 &&
          (filtered ? (
            <NothingMatches onClear={clear} />
          ) : (
            <EmptyState icon={IconInbox} title={t('empty')} text={t('emptyText')} />
          ))}
        <ul className={styles.items}>
          {rows.map((row) => (
            <ConversationItem
              key={row.id}
              conversation={row}
              isOpen={row.id === open}
              onOpen={() => setFilters({ open: row.id }, { replace: false })}
            />
          ))}
        </ul>
        {pages.hasNextPage && (
          <Button
            variant="subtle"
            fullWidth
            loading={pages.isFetchingNextPage}
            onClick={() => void pages.fetchNextPage()}
          >
            {t('more')}
          </Button>
        )}
      </div>
    </section>
  );
}

function SkeletonItem() {
  return (
    <div className={styles.skeleton} aria-hidden>
      <Skeleton circle height={36} />
      <div>
        <Skeleton height={12} width="60%" />
        <Skeleton height={10} width="85%" mt={8} />
      </div>
    </div>
  );
}
