// Reads older or newer messages when one comes near the edge of those that are on the page.
import { type RefObject, useEffect, useRef } from 'react';
import type { Timeline } from './use-timeline.ts';

const NEAR_PX = 800;

export function useReadOn(box: RefObject<HTMLDivElement | null>, timeline: Timeline, isOpen: boolean): void {
  const { hasOlder, hasNewer, isBusy, readOlder, readNewer } = timeline;
  // Where one goes decides between two edges that are both near: a short window does not read back and forth by itself.
  const way = useRef<'up' | 'down'>('up');
  useEffect(() => {
    const element = box.current;
    if (!element || !isOpen || isBusy) return;
    let top = element.scrollTop;
    const look = () => {
      const { scrollTop, scrollHeight, clientHeight } = element;
      const nearOlder = hasOlder && scrollTop < NEAR_PX;
      const nearNewer = hasNewer && scrollHeight - scrollTop - clientHeight < NEAR_PX;
      if (nearOlder && (!nearNewer || way.current === 'up')) void readOlder();
      else if (nearNewer && (!nearOlder || way.current === 'down')) void readNewer();
    };
    const onScroll = () => {
      if (element.scrollTop !== top) way.current = element.scrollTop < top ? 'up' : 'down';
      top = element.scrollTop;
      look();
    };
    look();
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => element.removeEventListener('scroll', onScroll);
  }, [box, isOpen, isBusy, hasOlder, hasNewer, readOlder, readNewer]);
}
