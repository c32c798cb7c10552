// The worst quality of each day, from the changes that were seen. Pure.
import type { Quality } from '#features/numbers/numbers.contract.ts';

const BADNESS: Record<Quality, number> = { unknown: 0, high: 1, medium: 2, low: 3 };

/** `changes` oldest first; `dayEnds` in order, each day beginning where the one before ended. */
export function worstByDay(
  changes: readonly { at: Date; quality: Quality }[],
  dayEnds: readonly Date[],
): Quality[] {
  let holds: Quality = 'unknown';
  let next = 0;
  return dayEnds.map((end) => {
    let worst = holds;
    for (; next < changes.length && changes[next]!.at < end; next += 1) {
      holds = changes[next]!.quality;
      if (BADNESS[holds] > BADNESS[worst]) worst = holds;
    }
    return worst;
  });
}
