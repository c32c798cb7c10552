// Counts how often something happened this minute, in memory: a brake on abuse, nothing that must be remembered.
import { now } from '#kit/clock.ts';

const MINUTE = 60_000;
const MOST_KEYS = 50_000;

export type Allowance = { spend(key: string): boolean };

/** `spend` answers whether `key` had less than `most` in the present minute. */
export function allowancePerMinute(most: number): Allowance {
  let minute = 0;
  let spent = new Map<string, number>();
  return {
    spend(key) {
      const present = Math.floor(now().getTime() / MINUTE);
      if (present !== minute || spent.size > MOST_KEYS) {
        minute = present;
        spent = new Map();
      }
      const count = spent.get(key) ?? 0;
      spent.set(key, count + 1);
      return count < most;
    },
  };
}
