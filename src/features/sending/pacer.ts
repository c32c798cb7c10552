// Spaces the messages of one number: never more than its rate in any second, spread within the second.

export type Pacer = {
  /** How many of `wanted` may go at `at` (milliseconds, never going back); they count as gone. */
  take(at: number, wanted: number): number;
  /** The rate from now on, in messages per second; what went already counts against it. */
  setRate(perSecond: number): void;
};

const SECOND = 1_000;
const SLICE = 100;
/** A slice may hold half as much again as its share, so that a late timer is made up for. */
const SLICE_SHARE = 0.15;

/** A sliding window: exact, unlike a bucket, which lets its own size go on top of the rate. */
export function createPacer(perSecond: number): Pacer {
  let rate = perSecond;
  let gone: { at: number; count: number }[] = [];
  let total = 0;

  function forget(at: number): void {
    let stale = 0;
    while (stale < gone.length && gone[stale]!.at <= at - SECOND) {
      total -= gone[stale]!.count;
      stale += 1;
    }
    if (stale > 0) gone = gone.slice(stale);
  }

  function inSlice(at: number): number {
    let count = 0;
    for (let index = gone.length - 1; index >= 0 && gone[index]!.at > at - SLICE; index -= 1)
      count += gone[index]!.count;
    return count;
  }

  return {
    take(at, wanted) {
      forget(at);
      const bySecond = Math.floor(rate) - total;
      const bySlice = Math.ceil(rate * SLICE_SHARE) - inSlice(at);
      const count = Math.max(0, Math.min(wanted, bySecond, bySlice));
      if (count > 0) {
        gone.push({ at, count });
        total += count;
      }
      return count;
    },
    setRate(next) {
      rate = next;
    },
  };
}

/** Share of the allowed rate that is used: the other end counts with its own clock. */
const MARGIN = 0.99;
const LEAST = 0.1;
const SLOW_DOWN = 0.7;
const RECOVER_PER_SECOND = 0.05;

/** How much of a number's throughput to use; below 1 after the provider said that it was too much. */
export type Pressure = { share: number; since: number };

export function slower({ share }: Pressure, at: number): Pressure {
  return { share: Math.max(LEAST, share * SLOW_DOWN), since: at };
}

/** The messages per second to aim at now: the share grows back with time. */
export function targetRate(throughput: number, { share, since }: Pressure, at: number): number {
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
