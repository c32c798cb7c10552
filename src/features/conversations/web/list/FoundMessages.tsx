// Messages in which the words were said: a click opens the conversation at that place.
import { Button, Skeleton, VisuallyHidden } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { api } from '#web/api.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { RelativeTime } from '#web/ui/RelativeTime.tsx';
import styles from './FoundMessages.module.css';

type Props = {
  search: string;
  /** Id of the message at which the conversation is open. */
  at: string | undefined;
  onOpen: (conversationId: string, messageId: string) => void;
};

export function FoundMessages({ search, at, onOpen }: Props) {
  const t = useTranslations('inboxList.found');
  const pages = useInfiniteQuery(
    api.conversations.searchMessages.infiniteOptions({
      input: (cursor: string | undefined) => ({ search, cursor, limit: 20 }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  );
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className={styles.found} aria-label={t('title')}>
      <h2 className={styles.title}>{t('title')}</h2>
      {pages.error && <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isPending && <Skeleton height={12} width="70%" m={16} />}
      {pages.isSuccess && items.length === 0 && <p className={styles.none}>{t('none')}</p>}
      <ul className={styles.items}>
        {items.map((item) => (
          <li key={item.messageId}>
            <button
              type="button"
              className={styles.item}
              aria-current={item.messageId === at || undefined}
              onClick={() => onOpen(item.conversationId, item.messageId)}
            >
              <span className={styles.name}>{item.contactName}</span>
              <span className={styles.time}>
                <RelativeTime at={item.at} />
              </span>
              <span className={styles.snippet}>
                {item.direction === 'out' && (
                  <>
                    <IconArrowBackUp size={13} aria-hidden />
                    <VisuallyHidden>{t('weWrote')}</VisuallyHidden>{' '}
                  </>
                )}
                {item.snippet.map((part, index) =>
                  // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never move
                  part.isHit ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>,
                )}
              </span>
            </button>
          </li>
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
    </section>
  );
}
