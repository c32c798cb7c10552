// One number's lane: claims what is due, keeps the number's pace, sends many at once, records outcomes in batches.
import { noteTokenInvalid } from '#features/numbers/numbers.ts';
import { type LaneRest, restAfter } from '#features/sending/fates.ts';
import { createPacer, slower, targetRate } from '#features/sending/pacer.ts';
import type { SendingCall } from '#features/sending/sending.types.ts';
import {
  type LaneFacts,
  releaseLane,
  renewLane,
  restLane,
  takeLane,
} from '#features/sending/sending-lanes.store.ts';
import { adoptClaims, type ClaimedMessage, claimDue } from '#features/sending/sending-queue.store.ts';
import type { Awakener } from '#kit/awakener.ts';
import { now } from '#kit/clock.ts';
import { AppError } from '#kit/errors.ts';
import { newId } from '#kit/ids.ts';
import { logger } from '#kit/log.ts';
import type { Services } from '#operations/services.ts';
import type { Failure } from '#whatsapp/failure-kinds.ts';
import type { SendOutcome, WhatsAppProvider } from '#whatsapp/port.ts';
import { outcomeRecorder } from './outcome-recorder.ts';
import { sendOne } from './send-one.ts';
import type { SendingParts, SendingTimes } from './sending-engine.ts';
import { settleDoubts } from './settle-doubts.ts';

const log = logger('sending');

const MOST_AT_ONCE = 256;
/** Claimed ahead, so that the pace does not wait for the database: this many seconds' worth. */
const AHEAD_SECONDS = 0.25;
const MOST_AHEAD = 400;
/** The shortest rest between two looks at the pace. */
const TICK_MS = 5;
const IDLE_MS = 250;
/** A lane without work is given back after this. */
const LINGER_MS = 3_000;

export type LaneParts = SendingParts & {
  times: SendingTimes;
  number: { workspaceId: string; numberId: string };
  waker: Awakener;
  /** Set when something new is in the queue. */
  news: { due: boolean };
  signal: AbortSignal;
};

/** Runs until there is nothing more to do, the lane is lost, or `signal` aborts. */
export async function runLane(services: Services, parts: LaneParts): Promise<void> {
  const { number, times, waker, signal, watcher } = parts;
  const lane = { numberId: number.numberId, tenure: newId() };
  const within = <T>(work: (call: SendingCall) => Promise<T>): Promise<T> =>
    services.db.inWorkspace(number.workspaceId, (tx) =>
      work({
        workspaceId: number.workspaceId,
        tx,
        now: now(),
        actor: { kind: 'system', name: 'sending' },
      }),
    );

  if (!(await within((call) => takeLane(call, lane, times.leaseMs)))) return;
  const recorder = outcomeRecorder({ within, tenure: lane.tenure, watcher, times, wake: waker.wake });
  const pacer = createPacer(1);
  const buffer: ClaimedMessage[] = [];
  let facts: LaneFacts | null = null;
  let provider: Pick<WhatsAppProvider, 'send'> | null = null;
  let heldUntil = 0;
  let pressure = { share: 1, since: 0 };
  let restUntil = 0;
  let bulkRestUntil = 0;
  let unreachableInRow = 0;
  let underWay = 0;
  let claiming = null as Promise<void> | null;
  let claimFailed = null as { error: unknown } | null;
  let nextClaim = 0;
  let nextDoubts = 0;
  let lastWork = performance.now();

  /** False when the lane is another's. */
  async function renew(): Promise<boolean> {
    const asked = performance.now();
    const read = await within((call) => renewLane(call, lane, times.leaseMs));
    if (!read) return false;
    if (read.connection !== facts?.connection) provider = await providerOrRefusal(services, parts);
    facts = read;
    heldUntil = asked + times.leaseMs * 0.8;
    pacer.setRate(targetRate(facts.throughput, pressure, asked));
    return true;
  }

  function answersOnly(): boolean {
    const dbRest = facts?.restsUntil ? facts.restsUntil.getTime() > now().getTime() : false;
    return facts!.paused || dbRest || performance.now() < bulkRestUntil;
  }

  async function claim(limit: number): Promise<void> {
    const rows = await within((call) =>
      claimDue(call, { numberId: lane.numberId, tenure: lane.tenure, limit, answersOnly: answersOnly() }),
    );
    buffer.push(...rows);
    if (rows.length > 0) lastWork = performance.now();
    nextClaim = rows.length === limit ? 0 : performance.now() + (rows.length > 0 ? 20 : IDLE_MS);
  }

  function heed(rest: LaneRest, failure: Failure): void {
    const at = performance.now();
    if (rest.rest === 'slower') {
      if (at - pressure.since > 500) pressure = slower(pressure, at);
      pacer.setRate(targetRate(facts!.throughput, pressure, at));
      return;
    }
    if (rest.rest === 'all') restUntil = Math.max(restUntil, at + rest.ms);
    else bulkRestUntil = Math.max(bulkRestUntil, at + rest.ms);
    const until = new Date(now().getTime() + rest.ms);
    within(async (call) => {
      await restLane(call, lane.numberId, { until, kind: failure.kind, text: failure.message });
      if (failure.kind === 'token_invalid') await noteTokenInvalid(call, lane.numberId, failure.message);
    }).catch((error) => log.warn({ err: error }, 'could not note why the number rests'));
  }

  function start(message: ClaimedMessage): void {
    underWay += 1;
    void sendOne(provider!, message).then((result) => {
      underWay -= 1;
      notice(result);
      recorder.add({ message, result });
      waker.wake();
    });
  }

  function notice(result: SendOutcome | { outcome: 'withheld' | 'untried' | 'orphaned' }): void {
    if (result.outcome === 'accepted') unreachableInRow = 0;
    if (result.outcome !== 'refused') return;
    const { failure } = result;
    // Calls that fail together count once.
    const rest = restAfter(failure, unreachableInRow);
    if (failure.kind === 'provider_unreachable' && performance.now() >= restUntil) unreachableInRow += 1;
    if (rest) heed(rest, failure);
  }

  function dispatch(at: number): void {
    if (at < restUntil || at > heldUntil || buffer.length === 0) return;
    const count = pacer.take(at, Math.min(buffer.length, MOST_AT_ONCE - underWay));
    for (const message of buffer.splice(0, count)) start(message);
  }

  try {
    if (!(await renew())) return;
    const left = await within((call) => adoptClaims(call, lane));
    for (const message of left) recorder.add({ message, result: { outcome: 'orphaned' } });
    while (!signal.aborted) {
      const at = performance.now();
      // Whether a claim that broke off was committed is not known: the next tenure looks at what this one left.
      if (claimFailed) throw claimFailed.error;
      if (at > heldUntil - times.leaseMs * 0.5 && !(await renew())) break;
      if (at > nextDoubts) {
        nextDoubts = at + 1_000;
        if (await settleDoubts(within, lane.numberId, facts!, times)) nextClaim = 0;
      }
      const ahead = Math.min(MOST_AHEAD, Math.max(4, Math.ceil(facts!.throughput * AHEAD_SECONDS)));
      if (!claiming && at >= nextClaim && at >= restUntil && buffer.length <= ahead / 2)
        claiming = claim(ahead - buffer.length)
          .catch((error) => {
            claimFailed = { error };
          })
          .finally(() => {
            claiming = null;
            waker.wake();
          });
      dispatch(performance.now());
      if (buffer.length > 0 || underWay > 0 || recorder.size() > 0) lastWork = performance.now();
      if (performance.now() - lastWork > LINGER_MS && !claiming) break;
      await waker.rest(buffer.length > 0 ? TICK_MS : underWay > 0 ? 20 : IDLE_MS, signal);
      if (parts.news.due) nextClaim = 0;
      parts.news.due = false;
    }
  } finally {
    await claiming;
    for (const message of buffer.splice(0)) recorder.add({ message, result: { outcome: 'untried' } });
    // A next tenure would have to doubt what this one knows: it waits until that is recorded.
    await recorder.drain(() => underWay, times.drainMs, signal);
    await within((call) => releaseLane(call, lane)).catch(() => {});
  }
}

/** The number's provider; for a number that is not connected any more one that refuses everything, saying so. */
async function providerOrRefusal(
  services: Services,
  { providerOf, number }: Pick<LaneParts, 'providerOf' | 'number'>,
): Promise<Pick<WhatsAppProvider, 'send'>> {
  try {
    return await providerOf(services, number);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const failure: Failure = {
      kind: 'token_invalid',
      retry: 'no',
      stops: 'number',
      mayHaveBeenAccepted: false,
      message: error.message,
    };
    return { send: async () => ({ outcome: 'refused', failure }) };
  }
}
