// Draws only the rows in sight, keeps one's place when others come in above, and moves a cursor by keyboard.
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** Rows before the end at which the next page is asked for. */
const AHEAD = 15;
/** Pixels; the stylesheet gives every row this height. */
export const ROW_HEIGHT = 68;

type Pages = {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  error: unknown;
  fetchNextPage: () => unknown;
};

export function useInboxRows(keys: readonly string[], scroller: HTMLElement | null, pages: Pages) {
  const virtual = useVirtualizer({
    count: keys.length,
    getScrollElement: () => scroller,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => keys[index] ?? index,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const { hasNextPage, isFetchingNextPage, error, fetchNextPage } = pages;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !error && last >= keys.length - AHEAD) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, error, last, keys.length, fetchNextPage]);
  useHeldPlace(keys, scroller);
  const cursor = useCursor(keys, scroller, (index) => virtual.scrollToIndex(index));
  return {
    items,
    before: items[0]?.start ?? 0,
    after: virtual.getTotalSize() - (items.at(-1)?.end ?? 0),
    ...cursor,
  };
}

/** Whoever has scrolled down goes on looking at the same rows when conversations rise to the top. */
function useHeldPlace(keys: readonly string[], scroller: HTMLElement | null): void {
  const before = useRef(keys);
  useLayoutEffect(() => {
    const old = before.current;
    before.current = keys;
    if (!scroller || old === keys || scroller.scrollTop < ROW_HEIGHT) return;
    const top = Math.floor(scroller.scrollTop / ROW_HEIGHT);
    // The first of those in sight that is still there tells how far all of them moved.
    for (const [at, key] of old.slice(top, top + 20).entries()) {
      const now = keys.indexOf(key);
      // One that rose from here to the top is no measure.
      if (now < 0 || now < Math.min(3, top + at)) continue;
      if (now !== top + at) scroller.scrollTop += (now - top - at) * ROW_HEIGHT;
      return;
    }
  }, [keys, scroller]);
}

/** One row is reached by Tab; arrows, Home and End go on from there, and `step` from anywhere. */
function useCursor(keys: readonly string[], scroller: HTMLElement | null, scrollTo: (index: number) => void) {
  const [at, setAt] = useState<{ key: string | undefined; index: number }>({ key: undefined, index: 0 });
  const wanted = useRef<string | null>(null);
  const found = at.key === undefined ? -1 : keys.indexOf(at.key);
  const active = Math.max(0, found >= 0 ? found : Math.min(at.index, keys.length - 1));
  useEffect(() => {
    if (wanted.current === null) return;
    const row = scroller?.querySelector<HTMLElement>(`[data-row="${wanted.current}"]`);
    if (!row) return;
    row.focus({ preventScroll: true });
    wanted.current = null;
  });
  const isGone = at.key !== undefined && found < 0 && keys.length > 0;
  const goTo = useCallback(
    (index: number) => {
      const next = Math.min(Math.max(index, 0), keys.length - 1);
      const key = keys[next];
      if (key === undefined) return;
      wanted.current = key;
      setAt({ key, index: next });
      scrollTo(next);
    },
    [keys, scrollTo],
  );
  // What was closed or snoozed has left the list: its place goes to the one that follows.
  useEffect(() => {
    if (isGone && document.activeElement === document.body) goTo(active);
  }, [isGone, active, goTo]);
  const settle = useCallback((key: string, index: number) => setAt({ key, index }), []);
  const step = (by: number, from?: string) => {
    const isHere = scroller?.contains(document.activeElement) ?? false;
    const start = !isHere && from !== undefined ? keys.indexOf(from) : active;
    goTo(at.key === undefined && (isHere || from === undefined) ? 0 : start + by);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!(event.target as HTMLElement).dataset.row) return;
    const to = { ArrowDown: active + 1, ArrowUp: active - 1, Home: 0, End: keys.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    goTo(to);
  };
  return { active, settle, step, onKeyDown };
}
