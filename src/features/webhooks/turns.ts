// Whose turn it is to be read: who waits gets one batch and then stands behind the others, however much there is.

export type Turns = {
  /** There is something to read of `id`. */
  wants(id: string): void;
  /** Whose turn it is at `at` (milliseconds, never going back); not given again before `done`. */
  next(at: number): string | undefined;
  /** A turn is over. `again`: there may be more; either way the next turn is not before `restMs` have passed. */
  done(id: string, at: number, after: { again: boolean; restMs: number }): void;
  /** Milliseconds until the first of those who wait may be read; infinite when nobody waits. */
  waitMs(at: number): number;
};

export function turns(): Turns {
  /** In the order in which they asked, with the end of each one's rest. */
  const waiting = new Map<string, number>();
  const reading = new Set<string>();
  const askedMeanwhile = new Set<string>();
  const resting = new Map<string, number>();

  return {
    wants(id) {
      if (reading.has(id)) askedMeanwhile.add(id);
      else if (!waiting.has(id)) waiting.set(id, resting.get(id) ?? 0);
      resting.delete(id);
    },
    next(at) {
      for (const [id, from] of waiting) {
        if (from > at) continue;
        waiting.delete(id);
        reading.add(id);
        return id;
      }
      return undefined;
    },
    done(id, at, { again, restMs }) {
      for (const [other, until] of resting) if (until <= at) resting.delete(other);
      reading.delete(id);
      const asked = askedMeanwhile.delete(id);
      if (again || asked) waiting.set(id, at + restMs);
      else if (restMs > 0) resting.set(id, at + restMs);
    },
    waitMs(at) {
      return Math.max(0, Math.min(...waiting.values()) - at);
    },
  };
}
