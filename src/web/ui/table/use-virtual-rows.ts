// Draws only the rows in sight, asks for the next page before the end is reached, and moves by keyboard.
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { RecordPages } from './RecordTable.tsx';

/** Rows before the end at which the next page is asked for. */
const ahead = 20;

type Options = {
  keys: readonly string[];
  scroller: HTMLElement | null;
  /** Pixels. */
  rowHeight: number;
  pages: RecordPages<unknown>;
  onOpen?: ((index: number) => void) | undefined;
  onToggle?: ((index: number) => void) | undefined;
};

export function useVirtualRows({ keys, scroller, rowHeight, pages, onOpen, onToggle }: Options) {
  const virtual = useVirtualizer({
    count: keys.length,
    getScrollElement: () => scroller,
    estimateSize: () => rowHeight,
    getItemKey: (index) => keys[index] ?? index,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage, error } = pages;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !error && last >= keys.length - ahead) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, error, last, keys.length, fetchNextPage]);

  // One row is reached by Tab, the first one where that is scrolled away; the arrows go on from there.
  const [active, setActive] = useState(0);
  const wanted = useRef<number | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    const row = scroller?.querySelector<HTMLElement>(`[data-row="${wanted.current}"]`);
    if (row) {
      row.focus({ preventScroll: true });
      wanted.current = null;
    }
  });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-row]');
    if (row === null || row !== event.target) return;
    const at = Number(row.dataset.row);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: keys.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      const next = Math.min(Math.max(to, 0), keys.length - 1);
      wanted.current = next;
      setActive(next);
      virtual.scrollToIndex(next);
    } else if (event.key === 'Enter' && onOpen) {
      event.preventDefault();
      onOpen(at);
    } else if (event.key === ' ' && onToggle) {
      event.preventDefault();
      onToggle(at);
    }
  };
  const first = items[0]?.start ?? 0;
  const end = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return {
    items,
    before: first,
    after: end,
    active: items.some(({ index }) => index === active) ? active : items[0]?.index,
    setActive,
    onKeyDown,
  };
}
