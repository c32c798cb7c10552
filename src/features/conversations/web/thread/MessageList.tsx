// The messages of a conversation day by day: opened where the unread ones begin or at a place, read on in both directions.
import { Loader, Skeleton } from '@mantine/core';
import {
  Fragment,
  lazy,
  type ReactNode,
  Suspense,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTimeZone, useTranslations } from 'use-intl';
import type { Message, TimelineItem } from '#features/conversations/conversations.contract.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { ActivityLine } from './ActivityLine.tsx';
import { type Arranged, arrange } from './arrange.ts';
import { DayLine } from './DayLine.tsx';
import { MessageBubble } from './MessageBubble.tsx';
import styles from './MessageList.module.css';
import { NoteBubble } from './NoteBubble.tsx';
import { OpenPhoto } from './photos.ts';
import { SystemLine } from './SystemLine.tsx';
import { firstUnread } from './unread-marker.ts';
import { useHeldScroll } from './use-held-scroll.ts';
import { useReadOn } from './use-read-on.ts';
import type { Place, Timeline } from './use-timeline.ts';

const PhotoViewer = lazy(() =>
  import('./PhotoViewer.tsx').then((loaded) => ({ default: loaded.PhotoViewer })),
);

type Props = {
  timeline: Timeline;
  /** Oldest first: those of the timeline, and what waits to be sent. */
  items: readonly TimelineItem[];
  place: Place;
  /** Message or note to point out. */
  sought: string | null;
  /** Of the customer, when the conversation was opened; undefined: not known yet. */
  unread: number | undefined;
  /** Called with whether the latest message can be seen. */
  onAtEnd: (atEnd: boolean) => void;
  /** Stands behind the latest message. */
  end?: ReactNode;
};

export function MessageList({ timeline, items, place, sought, unread, onAtEnd, end }: Props) {
  const t = useTranslations('conversations');
  const own = useTranslations('threadEntries');
  const timeZone = useTimeZone() ?? 'UTC';
  const box = useRef<HTMLDivElement>(null);
  const days = useMemo(() => arrange(items, timeZone), [items, timeZone]);
  const { atEnd, toEnd, toEntry } = useHeldScroll(box, items);
  const [openPhoto, setOpenPhoto] = useState<string>();
  const [marker, setMarker] = useState<string | null>(null);
  const [opened, setOpened] = useState(false);

  const isKnown = !timeline.isPending && unread !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when everything is known
  useLayoutEffect(() => {
    if (!isKnown || opened) return;
    setOpened(true);
    if ('aroundId' in place && toEntry(place.aroundId, 'middle')) return;
    if ('aroundAt' in place) {
      const from = items.find((item) => item.at >= place.aroundAt);
      if (from && toEntry(from.id, 'top')) return;
    }
    const begin = Object.keys(place).length === 0 ? firstUnread(items, unread) : null;
    setMarker(begin);
    if (!begin || !toEntry(begin, 'top')) toEnd();
  }, [isKnown, opened]);

  const seesLatest = opened && atEnd && !timeline.hasNewer;
  useEffect(() => onAtEnd(seesLatest), [seesLatest, onAtEnd]);
  useReadOn(box, timeline, opened);

  return (
    <OpenPhoto value={setOpenPhoto}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long thread is scrolled with the keyboard */}
      <div ref={box} className={styles.scroll} role="log" aria-label={t('messages')} tabIndex={0}>
        <div>
          {timeline.error != null && (
            <ErrorState error={timeline.error} onRetry={() => void timeline.refetch()} />
          )}
          {timeline.isPending && <SkeletonBubbles />}
          {timeline.hasOlder && (
            <div className={styles.older}>
              {timeline.isReadingOlder && <Loader size={16} aria-label={own('readingOlder')} />}
            </div>
          )}
          {days.map((day) => (
            <section key={day.key}>
              <DayLine date={day.date} />
              {day.items.map((item) => {
                const id = item.type === 'message' ? item.message.id : item.id;
                return (
                  <Fragment key={id}>
                    {id === marker && unread !== undefined && (
                      <div className={styles.unread}>
                        <span>{own('newOnes', { count: unread })}</span>
                      </div>
                    )}
                    <div data-entry={id}>
                      <Entry item={item} isSought={id === sought} />
                    </div>
                  </Fragment>
                );
              })}
            </section>
          ))}
          {!timeline.hasNewer && end}
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

function Entry({ item, isSought }: { item: Arranged; isSought: boolean }) {
  if (item.type === 'note') return <NoteBubble note={item} />;
  if (item.type === 'activity') return <ActivityLine activity={item} />;
  const { message, startsGroup } = item;
  return message.kind === 'system' ? (
    <SystemLine message={message} />
  ) : (
    <MessageBubble message={message} isSought={isSought} startsGroup={startsGroup} />
  );
}

function photosOf(items: readonly TimelineItem[]): Message[] {
  return items.flatMap((item) =>
    item.type === 'message' && item.message.kind === 'image' && item.message.media?.state === 'ready'
      ? [item.message]
      : [],
  );
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
