// Keeps what one reads where it is while messages come in above and below it, or stays at the newest one.
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** So near the end one stands at it. */
const END_PX = 80;

type Held = {
  /** Stays at the newest one. */
  atEnd: boolean;
  /** Entry at the top of the view, and how far its top is from there. */
  anchor: { id: string; offset: number } | null;
};

/**
 * Entries are the elements with `data-entry`, their id, within the first child of `box`. `version` changes with what
 * is shown. Answers whether one stands at the end, and functions that go to an entry or to the end.
 */
export function useHeldScroll(box: RefObject<HTMLDivElement | null>, version: unknown) {
  const held = useRef<Held>({ atEnd: false, anchor: null });
  const [atEnd, setAtEnd] = useState(false);

  const note = useCallback(() => {
    const element = box.current;
    if (!element) return;
    const { scrollTop, scrollHeight, clientHeight } = element;
    held.current.anchor = anchorOf(element);
    const isEnd = scrollHeight - scrollTop - clientHeight < END_PX;
    held.current.atEnd = isEnd;
    setAtEnd(isEnd);
  }, [box]);

  const restore = useCallback(() => {
    const element = box.current;
    if (!element) return;
    const { atEnd: stays, anchor } = held.current;
    if (stays) element.scrollTop = element.scrollHeight;
    else if (anchor) {
      const entry = entryOf(element, anchor.id);
      if (entry) element.scrollTop = entry.offsetTop - element.offsetTop - anchor.offset;
    }
  }, [box]);

  const toEnd = useCallback(() => {
    held.current = { atEnd: true, anchor: null };
    restore();
    note();
  }, [restore, note]);

  /** False when the entry is not shown. */
  const toEntry = useCallback(
    (id: string, where: 'top' | 'middle') => {
      const element = box.current;
      const entry = element && entryOf(element, id);
      if (!element || !entry) return false;
      const room = where === 'top' ? 48 : Math.max(48, (element.clientHeight - entry.offsetHeight) / 2);
      held.current.atEnd = false;
      element.scrollTop = entry.offsetTop - element.offsetTop - room;
      note();
      return true;
    },
    [box, note],
  );

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let top = element.scrollTop;
    const onScroll = () => {
      const wasEnd = held.current.atEnd;
      note();
      // Only going up leaves the end: when the answer box takes room, nobody has scrolled.
      if (wasEnd && !held.current.atEnd && element.scrollTop >= top) restore();
      top = element.scrollTop;
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    // Pictures take their place when they have loaded, the answer box grows: what one reads stays.
    const grown = new ResizeObserver(() => {
      restore();
      note();
    });
    grown.observe(element);
    if (element.firstElementChild) grown.observe(element.firstElementChild);
    return () => {
      element.removeEventListener('scroll', onScroll);
      grown.disconnect();
    };
  }, [box, note, restore]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown is another
  useLayoutEffect(() => {
    restore();
    note();
  }, [version, restore, note]);

  return { atEnd, toEnd, toEntry };
}

function entriesOf(box: HTMLElement): NodeListOf<HTMLElement> {
  return box.querySelectorAll<HTMLElement>('[data-entry]');
}

function entryOf(box: HTMLElement, id: string): HTMLElement | null {
  return box.querySelector<HTMLElement>(`[data-entry="${CSS.escape(id)}"]`);
}

/** The first entry that reaches below the upper edge; they stand in the order of their tops. */
function anchorOf(box: HTMLElement): Held['anchor'] {
  const entries = entriesOf(box);
  let [low, high] = [0, entries.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = entries[middle]!;
    if (entry.offsetTop + entry.offsetHeight - box.offsetTop > box.scrollTop) high = middle;
    else low = middle + 1;
  }
  const entry = entries[low];
  const id = entry?.dataset.entry;
  return id === undefined ? null : { id, offset: entry!.offsetTop - box.offsetTop - box.scrollTop };
}
