// One stage of the board: its totals, and as many of its cards as are in sight.
import { type Rect, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { useDeferredValue, useEffect, useId, useLayoutEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import styles from './Board.module.css';
import { useBoardTools } from './board-context.ts';
import type { StageOfBoard } from './board-moves.ts';
import { ColumnHead } from './ColumnHead.tsx';
import { CARD, heightInSight } from './cards-in-sight.ts';
import { DealCard } from './DealCard.tsx';
import { useDropPlace } from './use-drop-place.ts';

type Props = {
  column: StageOfBoard;
  /** Whether the board shows it before one scrolls sideways. */
  isInSight: boolean;
  onClearFilters: (() => void) | undefined;
};

/** Cards below those in sight that are to be there before one scrolls on. */
const AHEAD = 4;
const GAP = 8;
const OUT_OF_SIGHT = 6;

export function BoardColumn({ column, isInSight, onClearFilters }: Props) {
  const t = useTranslations('deals');
  const id = useId();
  const { loadMore, drop, scrollers, wanted } = useBoardTools();
  const { stage, deals, nextCursor, totals } = column;
  const section = useRef<HTMLElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  // What is out of sight is drawn after what is in sight.
  const overscan = useDeferredValue(OUT_OF_SIGHT, 0);
  const isDrawn = useDeferredValue(true, isInSight);
  const virtual = useVirtualizer({
    count: isDrawn ? deals.length : 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => CARD,
    getItemKey: (index) => deals[index]?.id ?? index,
    gap: GAP,
    overscan,
    // The cards stand below one another whatever is thought of their height, so nothing is measured while drawing.
    initialRect: { width: 0, height: heightInSight() },
    observeElementRect: whenLaidOut,
    measureElement: (card, entry, { options, itemSizeCache }) => {
      const index = Number(card.getAttribute('data-index'));
      const known = itemSizeCache.get(options.getItemKey(index)) ?? CARD;
      return entry ? Math.round(entry.borderBoxSize[0]?.blockSize ?? known) : known;
    },
  });
  const items = virtual.getVirtualItems();
  const [first, last] = [items[0], items.at(-1)];
  const isNearEnd = isDrawn && (virtual.range?.endIndex ?? 0) >= deals.length - AHEAD;
  useEffect(() => {
    if (nextCursor !== null && isNearEnd) void loadMore(stage.id);
  }, [nextCursor, isNearEnd, loadMore, stage.id]);
  useEffect(() => {
    const all = scrollers.current;
    all.set(stage.id, (index) => virtual.scrollToIndex(index));
    return () => void all.delete(stage.id);
  }, [scrollers, stage.id, virtual]);

  // A card that was moved is another element, or the same one put elsewhere: either loses the keyboard.
  useLayoutEffect(() => {
    const focus = wanted.current;
    if (!focus || focus.stageId !== stage.id || deals[focus.index]?.id !== focus.dealId) return;
    const card = scroller.current?.querySelector<HTMLElement>(
      `[data-deal="${focus.dealId}"] [data-card-link]`,
    );
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
      <div className={styles.cards} ref={scroller}>
        {deals.length === 0 ? (
          <p className={styles.none}>
            {onClearFilters ? t('noneMatches') : totals.count === 0 ? t('noneHere') : ''}
          </p>
        ) : (
          <ul
            className={styles.list}
            data-dragging={gap ? true : undefined}
            style={{
              paddingTop: first?.start ?? 0,
              paddingBottom: virtual.getTotalSize() - (last?.end ?? 0) + (gap ? gap.height + GAP : 0),
            }}
          >
            {items.map(({ index, key }) => {
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
                    style={opened(index) > 0 ? { transform: `translateY(${opened(index)}px)` } : undefined}
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

/** Tells the height of a scroller once it is known, without making the browser work it out in between. */
function whenLaidOut(of: Virtualizer<HTMLDivElement, Element>, tell: (size: Rect) => void) {
  if (!of.scrollElement) return;
  const observer = new ResizeObserver(([entry]) => {
    if (entry) tell({ width: entry.contentRect.width, height: entry.contentRect.height });
  });
  observer.observe(of.scrollElement);
  return () => observer.disconnect();
}
