// The list of conversations: tabs and filters above, live rows below, everything also by keyboard.
import { Skeleton, Title } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { GoneFromView } from '#features/conversations/web/views/GoneFromView.tsx';
import { InboxViewsMenu } from '#features/conversations/web/views/InboxViewsMenu.tsx';
import { api } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FilterBar } from '#web/ui/FilterBar.tsx';
import { NothingMatches } from '#web/ui/table/NothingMatches.tsx';
import { useSelection } from '#web/ui/table/selection.ts';
import { ConversationItem } from './ConversationItem.tsx';
import styles from './ConversationList.module.css';
import { FoundMessages } from './FoundMessages.tsx';
import { InboxBulk } from './InboxBulk.tsx';
import { InboxFilters } from './InboxFilters.tsx';
import { InboxTabs } from './InboxTabs.tsx';
import { countFilters, filterOf, type InboxSearch, noFilters, type SetInboxSearch } from './inbox-search.ts';
import { useInboxRows } from './use-inbox-rows.ts';
import { useListKeys } from './use-list-keys.tsx';

type Props = { search: InboxSearch; setSearch: SetInboxSearch };

export function ConversationList({ search, setSearch }: Props) {
  const t = useTranslations('conversations');
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const pane = useRef<HTMLElement>(null);
  const pages = useInfiniteQuery(
    api.conversations.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...filterOf(search), cursor }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  );
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.items) ?? [], [pages.data]);
  const keys = useMemo(() => rows.map((row) => row.id), [rows]);
  const list = useInboxRows(keys, scroller, pages);
  const open = useCallback(
    (id: string) => setSearch({ open: id, at: null }, { replace: false }),
    [setSearch],
  );
  const { settle } = list;
  const focused = useCallback((id: string) => settle(id, keys.indexOf(id)), [settle, keys]);
  const selection = useSelection(keys);
  const maySelect = usePermission('chats:write');
  const dialogs = useListKeys({
    rows,
    openId: search.open,
    pane,
    step: list.step,
    selection,
    onLeave: () => setSearch({ open: null, at: null }, { replace: false }),
  });
  const filtered = search.show !== undefined || Boolean(search.search) || countFilters(search) > 0;
  return (
    <section ref={pane} className={styles.list} aria-label={t('title')}>
      <header className={styles.head}>
        <Title order={1} className={styles.title}>
          {t('title')}
        </Title>
        <InboxViewsMenu search={search} setSearch={setSearch} />
      </header>
      <FilterBar
        search={{
          value: search.search,
          onChange: (value) => setSearch({ search: value }),
          placeholder: t('search'),
        }}
        right={<InboxFilters search={search} setSearch={setSearch} />}
      />
      <InboxTabs
        show={filterOf(search).show}
        onShow={(show) => setSearch({ show: show === 'all' ? null : show })}
      />
      <GoneFromView search={search} setSearch={setSearch} />
      <div ref={setScroller} className={styles.rows} data-stale={pages.isPlaceholderData || undefined}>
        {pages.error && <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />}
        {pages.isPending && [1, 2, 3, 4, 5].map((row) => <SkeletonItem key={row} />)}
        {pages.isSuccess &&
          rows.length === 0 &&
          (search.search ? null : filtered ? (
            <NothingMatches onClear={() => setSearch(noFilters)} />
          ) : (
            <EmptyState icon={IconInbox} title={t('empty')} text={t('emptyText')} />
          ))}
        <ul className={styles.items} onKeyDown={list.onKeyDown}>
          {list.before > 0 && <li aria-hidden style={{ height: list.before }} />}
          {list.items.map(({ index }) => {
            const row = rows[index];
            return (
              row && (
                <ConversationItem
                  key={row.id}
                  conversation={row}
                  isOpen={row.id === search.open}
                  isActive={index === list.active}
                  isSelected={selection.ids.has(row.id)}
                  selecting={selection.ids.size > 0}
                  onOpen={open}
                  onSelect={maySelect ? selection.toggle : undefined}
                  onFocus={focused}
                />
              )
            );
          })}
          {list.after > 0 && <li aria-hidden style={{ height: list.after }} />}
        </ul>
        {search.search && !pages.hasNextPage && !pages.isPending && (
          <FoundMessages
            search={search.search}
            at={search.at}
            onOpen={(id, at) => setSearch({ open: id, at }, { replace: false })}
          />
        )}
      </div>
      {selection.ids.size > 0 && (
        <InboxBulk rows={rows} selected={selection.ids} filter={filterOf(search)} onClear={selection.clear} />
      )}
      {dialogs}
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
