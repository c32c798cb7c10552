// One stage of the board: its totals, and as many of its cards as are in sight.
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useDeferredValue, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import styles from './Board.module.css';
import { useBoardTools } from './board-context.ts';
import type { StageOfBoard } from './board-moves.ts';
import { ColumnHead } from './ColumnHead.tsx';
import { DealCard } from './DealCard.tsx';

type Props = { column: StageOfBoard; onClearFilters: (() => void) | undefined };

/** Cards before the end at which more are asked for. */
const AHEAD = 15;
const CARD = 112;
const GAP = 8;
const OUT_OF_SIGHT = 6;

export function BoardColumn({ column, onClearFilters }: Props) {
  const t = useTranslations('deals');
  const id = useId();
  const { loadMore, drop, scrollers, wanted } = useBoardTools();
  const { stage, deals, nextCursor, totals } = column;
  const section = useRef<HTMLElement>(null);
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  // What is out of sight is drawn after what is in sight.
  const overscan = useDeferredValue(OUT_OF_SIGHT, 0);
  const virtual = useVirtualizer({
    count: deals.length,
    getScrollElement: () => scroller,
    estimateSize: () => CARD,
    getItemKey: (index) => deals[index]?.id ?? index,
    gap: GAP,
    overscan,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (nextCursor !== null && last >= deals.length - AHEAD) void loadMore(stage.id);
  }, [nextCursor, last, deals.length, loadMore, stage.id]);
  useEffect(() => {
    const all = scrollers.current;
    all.set(stage.id, (index) => virtual.scrollToIndex(index));
    return () => void all.delete(stage.id);
  }, [scrollers, stage.id, virtual]);

  // A card that was moved is another element, or the same one put elsewhere: either loses the keyboard.
  useLayoutEffect(() => {
    const focus = wanted.current;
    if (!focus || focus.stageId !== stage.id || deals[focus.index]?.id !== focus.dealId) return;
    const card = scroller?.querySelector<HTMLElement>(`[data-deal="${focus.dealId}"] [data-card-link]`);
    if (!card) return;
    wanted.current = null;
    if (performance.now() > focus.until) return;
    card.focus({ preventScroll: true });
    section.current?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  });

  const gap = useDropPlace({ section, scroller, deals, virtual, onDrop: drop, stageId: stage.id });
  const opened = (index: number) => (gap && index >= gap.at ? gap.height + GAP : 0);
  return (
    <section
      ref={section}
      className={styles.column}
      data-kind={stage.kind}
      data-over={gap ? true : undefined}
      aria-labelledby={id}
    >
      <ColumnHead id={id} column={column} />
      <div className={styles.cards} ref={setScroller}>
        {deals.length === 0 ? (
          <p className={styles.none}>
            {onClearFilters ? t('noneMatches') : totals.count === 0 ? t('noneHere') : ''}
          </p>
        ) : (
          <ul
            className={styles.list}
            data-dragging={gap ? true : undefined}
            style={{ height: virtual.getTotalSize() + (gap ? gap.height + GAP : 0) }}
          >
            {items.map(({ index, key, start }) => {
              const deal = deals[index];
              return (
                deal && (
                  <li
                    key={key}
                    ref={virtual.measureElement}
                    data-index={index}
                    data-deal={deal.id}
                    aria-posinset={index + 1}
                    aria-setsize={Math.max(totals.count, deals.length)}
                    style={{ transform: `translateY(${start + opened(index)}px)` }}
                  >
                    <DealCard deal={deal} />
                  </li>
                )
              );
            })}
          </ul>
        )}
      </div>
    </section>
  );
}

type Dragging = {
  section: { current: HTMLElement | null };
  scroller: HTMLElement | null;
  deals: StageOfBoard['deals'];
  virtual: { measurementsCache: readonly { index: number; start: number; size: number }[] };
  stageId: string;
  onDrop: (dealId: string, stageId: string, index: number) => void;
};

/** The place that opens for the card that is held over this column: before the card `at`, as high as the one held. */
function useDropPlace(now: Dragging): { at: number; height: number } | null {
  const [gap, setGap] = useState<{ at: number; height: number } | null>(null);
  const latest = useRef(now);
  latest.current = now;
  const { section, scroller, stageId } = now;
  useEffect(() => {
    if (!section.current || !scroller) return;
    const placeAt = (clientY: number, dealId: unknown) => {
      const { deals, virtual } = latest.current;
      const y = clientY - scroller.getBoundingClientRect().top + scroller.scrollTop;
      // The card that is held does not count: it leaves its place.
      const above = virtual.measurementsCache.filter(
        ({ index, start, size }) => deals[index] && deals[index].id !== dealId && start + size / 2 < y,
      );
      const own = deals.findIndex(({ id }) => id === dealId);
      const among = above.length;
      return { among, at: own >= 0 && among > own ? among + 1 : among, stays: own === among };
    };
    type Held = {
      source: { data: Record<string, unknown> };
      location: { current: { input: { clientY: number } } };
    };
    const follow = ({ source, location }: Held) => {
      const { at, stays } = placeAt(location.current.input.clientY, source.data.dealId);
      const height = Number(source.data.height);
      setGap((open) => (stays ? null : open?.at === at && open.height === height ? open : { at, height }));
    };
    return combine(
      dropTargetForElements({
        element: section.current,
        canDrop: ({ source }) => source.data.dealId !== undefined,
        onDragEnter: follow,
        onDrag: follow,
        onDragLeave: () => setGap(null),
        onDrop: ({ source, location }) => {
          setGap(null);
          const dealId = String(source.data.dealId);
          latest.current.onDrop(dealId, stageId, placeAt(location.current.input.clientY, dealId).among);
        },
      }),
      autoScrollForElements({ element: scroller }),
    );
  }, [section, scroller, stageId]);
  return gap;
}
