// How fast a figure grows, per second, from what was seen of it lately.
import { useEffect, useRef, useState } from 'react';

const WINDOW_MS = 10_000;

/** Undefined until it was seen growing. */
export function useRate(count: number, going: boolean): number | undefined {
  const seen = useRef<{ at: number; count: number }[]>([]);
  const [rate, setRate] = useState<number>();
  useEffect(() => {
    if (!going) {
      seen.current = [];
      setRate(undefined);
      return;
    }
    const at = performance.now();
    seen.current = [...seen.current.filter((one) => one.at > at - WINDOW_MS), { at, count }];
    const first = seen.current[0]!;
    if (at - first.at > 500) setRate(((count - first.count) * 1000) / (at - first.at));
  }, [count, going]);
  return rate;
}
