// Where in a conversation one reads, and the ways to elsewhere in it.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { messageElementId } from './MessageBubble.tsx';
import { type Place, useTimeline } from './use-timeline.ts';

/** `at`: message around which it is opened. `onLatest` is called when one leaves it for the latest ones. */
export function usePlaceInThread(id: string, at: string | undefined, onLatest: (() => void) | undefined) {
  const [place, setPlace] = useState<Place>(() => placeOf(at));
  const [sought, setSought] = useState<string | null>(at ?? null);
  // Each jump draws the list anew, at its place.
  const [jumps, setJumps] = useState(0);
  const [atEnd, setAtEnd] = useState(false);
  const timeline = useTimeline(id, place);
  const { readLatest, hasNewer } = timeline;

  const now = useRef({ atEnd, hasNewer, place, at, onLatest });
  useEffect(() => {
    now.current = { atEnd, hasNewer, place, at, onLatest };
  });
  const jump = useCallback((to: Place, soughtId: string | null) => {
    setAtEnd(false);
    setPlace(to);
    setSought(soughtId);
    setJumps((count) => count + 1);
  }, []);
  const jumpTo = useCallback(
    (to: string) => {
      setSought(to);
      const shown = document.getElementById(messageElementId(to));
      if (shown) shown.scrollIntoView({ block: 'center' });
      else jump({ aroundId: to }, to);
    },
    [jump],
  );
  const jumpToDay = useCallback((from: Date) => jump({ aroundAt: from.toISOString() }, null), [jump]);
  const toLatest = useCallback(async () => {
    const { atEnd: isThere, hasNewer: isFar, place: from, at: opened, onLatest: leave } = now.current;
    if (isThere) return;
    const isElsewhere = Object.keys(from).length > 0;
    // Without an answer it is asked again where it is shown.
    if (isFar || isElsewhere) await readLatest().catch(() => undefined);
    jump({}, null);
    if (opened) leave?.();
  }, [jump, readLatest]);

  const go = useMemo(
    () => ({ jumpTo, jumpToDay, toLatest: () => void toLatest() }),
    [jumpTo, jumpToDay, toLatest],
  );
  return {
    timeline,
    go,
    list: { key: `${JSON.stringify(place)} ${jumps}`, place, sought, atEnd, setAtEnd, isFirst: jumps === 0 },
  };
}

function placeOf(at: string | undefined): Place {
  return at === undefined ? {} : { aroundId: at };
}
