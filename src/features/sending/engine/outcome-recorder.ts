// Collects outcomes for some milliseconds and records them together; tries again when the database is away.
import type { SendingCall, SendingWatcher } from '#features/sending/sending.types.ts';
import { sleep } from '#kit/clock.ts';
import { logger } from '#kit/log.ts';
import { type Outcome, recordOutcomes } from './record-outcomes.ts';

const log = logger('sending');
const GATHER_MS = 20;
const MOST = 400;

export type OutcomeRecorder = {
  add(outcome: Outcome): void;
  /** How many are not recorded yet. */
  size(): number;
  /** Waits, at most `ms`, until nothing is under way and everything is recorded. */
  drain(underWay: () => number, ms: number): Promise<void>;
};

export function outcomeRecorder(parts: {
  within<T>(work: (call: SendingCall) => Promise<T>): Promise<T>;
  tenure: string;
  watcher: SendingWatcher;
  times: { proofWaitMs: number };
  wake(): void;
}): OutcomeRecorder {
  let waiting: Outcome[] = [];
  let recording = 0;
  let running = false;

  async function run(): Promise<void> {
    running = true;
    await sleep(GATHER_MS);
    while (waiting.length > 0) {
      const batch = waiting.slice(0, MOST);
      waiting = waiting.slice(MOST);
      recording = batch.length;
      try {
        await parts.within((call) => recordOutcomes(call, parts.tenure, batch, parts.watcher, parts.times));
      } catch (error) {
        log.error({ err: error }, 'outcomes were not recorded, trying again');
        waiting = [...batch, ...waiting];
        await sleep(500);
      }
      recording = 0;
      if (waiting.length > 0 && waiting.length < MOST / 4) await sleep(GATHER_MS);
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
    async drain(underWay, ms) {
      const end = performance.now() + ms;
      while ((underWay() > 0 || running) && performance.now() < end) await sleep(10);
    },
  };
}
