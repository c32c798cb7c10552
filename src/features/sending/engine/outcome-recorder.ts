// Collects outcomes for some milliseconds and records them together; tries again when the database is away.
import type { SendingCall, SendingWatcher } from '#features/sending/sending.types.ts';
import { sleep } from '#kit/clock.ts';
import { logger } from '#kit/log.ts';
import { type Outcome, recordOutcomes } from './record-outcomes.ts';

const log = logger('sending');
const GATHER_MS = 20;
/** In a crowd, fewer and larger writes cost less; a status that comes meanwhile moves its message at once to where it is. */
const GATHER_CROWD_MS = 150;
const CROWD = 8;
const MOST = 400;
/** One outcome that cannot be recorded alone is given up after so many tries: the next tenure finds its claim. */
const MOST_TRIES = 20;

export type OutcomeRecorder = {
  add(outcome: Outcome): void;
  /** How many are not recorded yet. */
  size(): number;
  /** Waits until nothing is under way and everything is recorded; once `signal` is aborted, at most `ms`. */
  drain(underWay: () => number, ms: number, signal: AbortSignal): Promise<void>;
};

export function outcomeRecorder(parts: {
  within<T>(work: (call: SendingCall) => Promise<T>): Promise<T>;
  watcher: SendingWatcher;
  times: { proofWaitMs: number };
  wake(): void;
}): OutcomeRecorder {
  let waiting: Outcome[] = [];
  let recording = 0;
  let running = false;
  /** Fewer at once after a failure, so that one bad outcome holds up no others. */
  let most = MOST;
  const tries = new Map<string, number>();

  /** What is to be tried again of a batch that failed: behind all others, when it was alone. */
  function tryAgain(batch: Outcome[], error: unknown): void {
    const [only] = batch;
    if (batch.length > 1) waiting = [...batch, ...waiting];
    else if (only) {
      const count = (tries.get(only.message.id) ?? 0) + 1;
      tries.set(only.message.id, count);
      if (count < MOST_TRIES || isAway(error)) waiting.push(only);
      else log.error({ err: error, message: only.message.id }, 'an outcome cannot be recorded, given up');
    }
    most = Math.ceil(batch.length / 2);
  }

  async function run(): Promise<void> {
    running = true;
    await sleep(GATHER_MS);
    while (waiting.length > 0) {
      const batch = waiting.slice(0, most);
      waiting = waiting.slice(most);
      recording = batch.length;
      try {
        await parts.within((call) => recordOutcomes(call, batch, parts.watcher, parts.times));
        most = Math.min(MOST, most * 2);
      } catch (error) {
        log.error({ err: error }, 'outcomes were not recorded, trying again');
        tryAgain(batch, error);
        await sleep(isAway(error) ? 500 : 100);
      }
      recording = 0;
      if (waiting.length >= MOST / 2) continue;
      if (batch.length >= CROWD) await sleep(GATHER_CROWD_MS);
      else if (waiting.length > 0) await sleep(GATHER_MS);
    }
    running = false;
    parts.wake();
  }

  return {
    add(outcome) {
      waiting.push(outcome);
      if (!running) void run();
    },
    size: () => waiting.length + recording,
    async drain(underWay, ms, signal) {
      let end = Number.POSITIVE_INFINITY;
      while ((underWay() > 0 || running) && performance.now() < end) {
        if (signal.aborted) end = Math.min(end, performance.now() + ms);
        await sleep(10);
      }
    },
  };
}

/** Whether the database could not be asked, in contrast to an answer that it will give again. */
function isAway(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code !== 'string' || !/^(2[0-9]|42|54)/.test(code);
}
