// The place that opens in a column for the card that is held over it.
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element';
import { useEffect, useRef, useState } from 'react';
import type { StageOfBoard } from './board-moves.ts';

type Dragging = {
  section: { current: HTMLElement | null };
  scroller: { current: HTMLElement | null };
  deals: StageOfBoard['deals'];
  virtual: { measurementsCache: readonly { index: number; start: number; size: number }[] };
  stageId: string;
  onDrop: (dealId: string, stageId: string, index: number) => void;
};

/** Before the card `at`, as high as the one held; null while none is held over the column. */
export function useDropPlace(now: Dragging): { at: number; height: number } | null {
  const [gap, setGap] = useState<{ at: number; height: number } | null>(null);
  const latest = useRef(now);
  latest.current = now;
  const { section, scroller, stageId } = now;
  useEffect(() => {
    const element = scroller.current;
    if (!section.current || !element) return;
    const placeAt = (clientY: number, dealId: unknown) => {
      const { deals, virtual } = latest.current;
      const y = clientY - element.getBoundingClientRect().top + element.scrollTop;
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
      autoScrollForElements({ element }),
    );
  }, [section, scroller, stageId]);
  return gap;
}
