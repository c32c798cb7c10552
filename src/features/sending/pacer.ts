// Spaces the messages of one number: its rate in any second and not more, spread within the second.

export type Pacer = {
  /** How many of `wanted` may go at `at` (milliseconds, never going back); they count as gone. */
  take(at: number, wanted: number): number;
  /** The rate from now on, in messages per second; what went already counts against it. */
  setRate(perSecond: number): void;
};

const SECOND = 1_000;
const SLICE = 100;
/** A slice may hold half as much again as its share, so that a late timer is made up for. */
const CATCH_UP = 1.5;

/**
 * From this rate on, the time on the way moves more messages across the edge of a second than a late timer does, and
 * losing what a timer is late would never reach the rate: what might have gone meanwhile goes at once.
 */
const FAST = 500;
/** What became free in so long, and no more, may be made up for. */
const LATE_MS = 100;

type Gone = { at: number; count: number };

/**
 * A sliding window: exact, unlike a bucket, which lets its own size go on top of the rate. A fast rate is kept by a
 * bucket, exact in the mean, and flows as evenly as its timer lets it; the window holds it back when it is lowered.
 */
export function createPacer(perSecond: number): Pacer {
  let rate = perSecond;
  /** What went within the last second. */
  const gone: Gone[] = [];
  let total = 0;
  /** The bucket of a fast rate, as it was when it was last looked into. */
  let credit = 0;
  let filledAt: number | null = null;

  function forget(at: number): void {
    const stale = gone.findIndex((one) => one.at > at - SECOND);
    for (const { count } of gone.splice(0, stale < 0 ? gone.length : stale)) total -= count;
  }

  function fill(at: number): void {
    if (filledAt !== null)
      credit = Math.min((rate * LATE_MS) / SECOND, credit + ((at - filledAt) * rate) / SECOND);
    filledAt = at;
  }

  function roomAt(at: number): number {
    if (rate >= FAST) return Math.min(credit, rate * (1 + LATE_MS / SECOND) - total);
    const first = gone.findIndex((one) => one.at > at - SLICE);
    const inSlice = first < 0 ? 0 : gone.slice(first).reduce((sum, one) => sum + one.count, 0);
    const slice = Math.ceil((rate * CATCH_UP * SLICE) / SECOND);
    return Math.min(rate - total, slice - inSlice);
  }

  return {
    take(at, wanted) {
      forget(at);
      fill(at);
      const count = Math.max(0, Math.min(wanted, Math.floor(roomAt(at))));
      if (count > 0) {
        gone.push({ at, count });
        total += count;
        credit -= count;
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
