// Spaces the messages of one number: its rate in any second and not more, spread within the second.

export type Pacer = {
  /** How many of `wanted` may go at `at` (milliseconds, never going back); they count as gone. */
  take(at: number, wanted: number): number;
  /** The rate from now on, in messages per second; what went already counts against it. */
  setRate(perSecond: number): void;
};

const SECOND = 1_000;
const SLICE = 100;
/** Of fast rates, so that they flow evenly. */
const FAST_SLICE = 20;
/** A slice may hold half as much again as its share, so that a late timer is made up for. */
const CATCH_UP = 1.5;

/**
 * From this rate on, the time on the way moves more messages across the edge of a second than a late timer does, and
 * losing what a timer is late would never reach the rate: a message that goes late counts from when it might have gone.
 */
const FAST = 500;
/** At most so late. */
const LATE_MS = 100;

type Gone = { at: number; count: number };

/** A sliding window: exact, unlike a bucket, which lets its own size go on top of the rate. Fast rates are exact in the mean. */
export function createPacer(perSecond: number): Pacer {
  let rate = perSecond;
  /** What counts against the rate, by when it counts from. */
  const gone: Gone[] = [];
  let total = 0;
  /** What went within the last slice, by when it went. */
  let slice: Gone[] = [];
  /** What left the window and may go again, by since when. */
  const freed: Gone[] = [];

  const sliceMs = () => (rate < FAST ? SLICE : FAST_SLICE);

  function forget(at: number): void {
    const stale = gone.findIndex((one) => one.at > at - SECOND);
    const left = gone.splice(0, stale < 0 ? gone.length : stale);
    for (const { count } of left) total -= count;
    freed.push(...left.map((one) => ({ ...one, at: one.at + SECOND })));
    const old = freed.findLastIndex((one) => one.at <= at - LATE_MS);
    if (old > 0) {
      const count = freed.slice(0, old + 1).reduce((sum, one) => sum + one.count, 0);
      freed.splice(0, old + 1, { at: at - LATE_MS, count });
    }
    slice = slice.filter((one) => one.at > at - sliceMs());
  }

  /** Since when `count` might have gone. */
  function dueSince(at: number, count: number): Gone[] {
    if (rate < FAST) return [{ at, count }];
    const used: Gone[] = [];
    let missing = count;
    while (missing > 0 && freed.length > 0) {
      const first = freed[0]!;
      const taken = Math.min(missing, first.count);
      used.push({ at: Math.max(first.at, at - LATE_MS), count: taken });
      missing -= taken;
      if (taken === first.count) freed.shift();
      else freed[0] = { ...first, count: first.count - taken };
    }
    return missing > 0 ? [...used, { at, count: missing }] : used;
  }

  return {
    take(at, wanted) {
      forget(at);
      const inSlice = slice.reduce((sum, one) => sum + one.count, 0);
      const bySlice = Math.ceil((rate * CATCH_UP * sliceMs()) / SECOND) - inSlice;
      const count = Math.max(0, Math.min(wanted, Math.floor(rate) - total, bySlice));
      if (count > 0) {
        gone.push(...dueSince(at, count));
        slice.push({ at, count });
        total += count;
      }
      return count;
    },
    setRate(next) {
      rate = next;
    },
  };
}

/** Share of a small rate that is used, and of any once the provider objected: the other end counts with its own clock. */
const MARGIN = 0.99;
const LEAST = 0.1;
const SLOW_DOWN = 0.7;
const RECOVER_PER_SECOND = 0.05;

/** How much of a number's throughput to use; below 1 after the provider said, at `since`, that it was too much. */
export type Pressure = { share: number; since: number | null };

export const NO_PRESSURE: Pressure = { share: 1, since: null };

export function slower({ share }: Pressure, at: number): Pressure {
  return { share: Math.max(LEAST, share * SLOW_DOWN), since: at };
}

/** The messages per second to aim at now: the share grows back with time. */
export function targetRate(throughput: number, { share, since }: Pressure, at: number): number {
  if (since === null) return Math.max(1, Math.floor(throughput * (throughput < FAST ? MARGIN : 1)));
  const grown = Math.min(1, share + (Math.max(0, at - since) / SECOND) * RECOVER_PER_SECOND);
  return Math.max(1, Math.floor(throughput * MARGIN * grown));
}

/** What a number receives, as last read of its counter; `at` in milliseconds. */
export type Intake = { received: number; at: number; perSecond: number };

const FADE = 0.5;

/** A rush counts at once and fades by half with each look, so that a lull between two bursts is not trusted. */
export function noteIntake(last: Intake | null, received: number, at: number): Intake {
  if (!last) return { received, at, perSecond: 0 };
  const seconds = Math.max(0.1, (at - last.at) / SECOND);
  const measured = Math.max(0, received - last.received) / seconds;
  const perSecond = Math.max(measured, last.perSecond * FADE);
  return { received, at, perSecond: perSecond < 0.1 ? 0 : perSecond };
}

/** What is left to send with of a throughput that counts both directions: never less than a tenth. */
export function roomBeside(throughput: number, receivedPerSecond: number): number {
  return Math.max(throughput * LEAST, throughput - receivedPerSecond);
}
