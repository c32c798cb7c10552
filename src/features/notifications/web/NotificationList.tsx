// The list below the bell: all or unread, latest first, each leading to what it is about.
import { ActionIcon, Button, SegmentedControl, Skeleton, Stack, Tooltip } from '@mantine/core';
import { IconBell, IconChecks, IconSettings } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Notification } from '#features/notifications/notifications.contract.ts';
import { pathOf } from '#features/notifications/words.contract.ts';
import { api, client } from '#web/api.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { toastFailed } from '#web/ui/toast.tsx';
import { NotificationItem } from './NotificationItem.tsx';
import styles from './Notifications.module.css';

type Show = 'all' | 'unread';

export function NotificationList({ onLeave }: { onLeave: () => void }) {
  const t = useTranslations('notifications');
  const [show, setShow] = useState<Show>('all');
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const pages = useInfiniteQuery(
    api.notifications.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ cursor, show, limit: 30 }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  );
  const markRead = useMutation({
    mutationFn: (ids?: string[]) => client.notifications.markRead(ids ? { ids } : {}),
    onError: (error) => toastFailed(error),
    onSettled: () => queryClient.invalidateQueries({ queryKey: api.notifications.key() }),
  });
  const open = (notification: Notification) => {
    if (notification.readAt === null) markRead.mutate([notification.id]);
    onLeave();
    void navigate({ href: pathOf(notification) });
  };
  const rows = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <div className={styles.head}>
        <SegmentedControl
          size="xs"
          aria-label={t('show.label')}
          value={show}
          onChange={(value) => setShow(value as Show)}
          data={[
            { value: 'all', label: t('show.all') },
            { value: 'unread', label: t('show.unread') },
          ]}
        />
        <div className={styles.spread} />
        <Tooltip label={t('markAllRead')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('markAllRead')}
            disabled={!rows.some(({ readAt }) => readAt === null)}
            onClick={() => markRead.mutate(undefined)}
          >
            <IconChecks size={18} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('settings')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('settings')}
            renderRoot={(props) => <Link to="/settings/notifications" {...props} onClick={onLeave} />}
          >
            <IconSettings size={18} />
          </ActionIcon>
        </Tooltip>
      </div>
      <div className={styles.scroll}>
        {pages.error && <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />}
        {pages.isPending && <Waiting />}
        {pages.isSuccess && rows.length === 0 && (
          <EmptyState
            icon={IconBell}
            title={show === 'unread' ? t('nothingUnread') : t('nothing')}
            text={show === 'unread' ? undefined : t('nothingText')}
          />
        )}
        {rows.length > 0 && (
          <ul className={styles.rows} aria-label={t('title')}>
            {rows.map((notification) => (
              <li key={notification.id}>
                <NotificationItem notification={notification} onOpen={() => open(notification)} />
              </li>
            ))}
          </ul>
        )}
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
    </>
  );
}

function Waiting() {
  return (
    <Stack p="md" aria-hidden>
      {[1, 2, 3].map((row) => (
        <Skeleton key={row} height={36} />
      ))}
    </Stack>
  );
}
