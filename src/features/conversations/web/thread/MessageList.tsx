// The messages of a conversation: day by day, grouped by author, held at the newest one.
import { Button, Skeleton } from '@mantine/core';
import { lazy, type RefObject, Suspense, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { Message, TimelineItem } from '#features/conversations/conversations.contract.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { ActivityLine } from './ActivityLine.tsx';
import { arrange } from './arrange.ts';
import { MessageBubble, messageElementId } from './MessageBubble.tsx';
import styles from './MessageList.module.css';
import { NoteBubble } from './NoteBubble.tsx';
import { OpenPhoto } from './photos.ts';
import { SystemLine } from './SystemLine.tsx';

const PhotoViewer = lazy(() =>
  import('./PhotoViewer.tsx').then((loaded) => ({ default: loaded.PhotoViewer })),
);

type Props = {
  /** Oldest first. */
  items: readonly TimelineItem[];
  /** Id of the message to stand at first; the latest otherwise. */
  at?: string | undefined;
  pages: {
    isPending: boolean;
    error: unknown;
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    fetchNextPage: () => unknown;
    refetch: () => unknown;
  };
};

export function MessageList({ items, pages, at }: Props) {
  const t = useTranslations('conversations');
  const format = useFormatter();
  const box = useRef<HTMLDivElement>(null);
  useHeldScroll(box, items, at);
  const days = arrange(items);
  const [openPhoto, setOpenPhoto] = useState<string>();
  return (
    <OpenPhoto value={setOpenPhoto}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long thread is scrolled with the keyboard */}
      <div ref={box} className={styles.scroll} role="log" aria-label={t('messages')} tabIndex={0}>
        <div>
          {pages.error != null && <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />}
          {pages.isPending && <SkeletonBubbles />}
          {pages.hasNextPage && (
            <Button
              variant="subtle"
              size="xs"
              className={styles.older}
              loading={pages.isFetchingNextPage}
              onClick={() => void pages.fetchNextPage()}
            >
              {t('older')}
            </Button>
          )}
          {days.map((day) => (
            <section key={day.key}>
              <h3 className={styles.day}>
                <span>{format.dateTime(day.date, { weekday: 'long', day: 'numeric', month: 'long' })}</span>
              </h3>
              {day.items.map((item) =>
                item.type === 'note' ? (
                  <NoteBubble key={item.id} note={item} />
                ) : item.type === 'activity' ? (
                  <ActivityLine key={item.id} activity={item} />
                ) : item.message.kind === 'system' ? (
                  <SystemLine key={item.message.id} message={item.message} />
                ) : (
                  <MessageBubble
                    key={item.message.id}
                    message={item.message}
                    isSought={item.message.id === at}
                    startsGroup={item.startsGroup}
                  />
                ),
              )}
            </section>
          ))}
        </div>
      </div>
      {openPhoto && (
        <Suspense>
          <PhotoViewer
            photos={photosOf(items)}
            openId={openPhoto}
            onOpen={setOpenPhoto}
            onClose={() => setOpenPhoto(undefined)}
          />
        </Suspense>
      )}
    </OpenPhoto>
  );
}

function photosOf(items: readonly TimelineItem[]): Message[] {
  return items.flatMap((item) =>
    item.type === 'message' && item.message.kind === 'image' && item.message.media?.state === 'ready'
      ? [item.message]
      : [],
  );
}

/** Stays at the newest message, and where one was reading when older ones come in above. */
function useHeldScroll(
  box: RefObject<HTMLDivElement | null>,
  items: readonly TimelineItem[],
  at: string | undefined,
): void {
  const seen = useRef({ first: '', last: '', height: 0, atEnd: at === undefined });
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let top = element.scrollTop;
    const note = () => {
      const near = element.scrollHeight - element.scrollTop - element.clientHeight < 80;
      // Only going up leaves the end: when the answer box takes room, nobody has scrolled.
      if (near) seen.current.atEnd = true;
      else if (element.scrollTop < top) seen.current.atEnd = false;
      top = element.scrollTop;
    };
    element.addEventListener('scroll', note, { passive: true });
    // Pictures take their place when they have loaded: whoever stands at the end stays there.
    const grown = new ResizeObserver(() => {
      if (seen.current.atEnd) element.scrollTop = element.scrollHeight;
    });
    grown.observe(element);
    if (element.firstElementChild) grown.observe(element.firstElementChild);
    return () => {
      element.removeEventListener('scroll', note);
      grown.disconnect();
    };
  }, [box]);
  useLayoutEffect(() => {
    const element = box.current;
    const first = items[0]?.id ?? '';
    const last = items.at(-1);
    const isOurs = last?.type === 'message' ? last.message.direction === 'out' : last?.type === 'note';
    if (!element || !last) return;
    const before = seen.current;
    if (before.last === '' && at !== undefined)
      document.getElementById(messageElementId(at))?.scrollIntoView({ block: 'center' });
    else if (before.last === '' || (last.id !== before.last && (before.atEnd || isOurs)))
      element.scrollTop = element.scrollHeight;
    else if (first !== before.first) element.scrollTop += element.scrollHeight - before.height;
    const atEnd = at === undefined && element.scrollHeight - element.scrollTop - element.clientHeight < 80;
    seen.current = { atEnd, first, last: last.id, height: element.scrollHeight };
  }, [box, items, at]);
}

function SkeletonBubbles() {
  return (
    <div aria-hidden>
      {[220, 160, 280, 120].map((width, at) => (
        <Skeleton key={width} height={38} width={width} radius="lg" mb={10} ml={at % 2 ? 'auto' : 0} />
      ))}
    </div>
  );
}
