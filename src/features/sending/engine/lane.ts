// One number's lane: claims what is due, keeps the number's pace, sends many at once, records outcomes in batches.
import type { SendingCall } from '#features/sending/sending.types.ts';
import { noteBegunAtOnce } from '#features/sending/sending-begun.store.ts';
import { type LaneFacts, releaseLane, renewLane, takeLane } from '#features/sending/sending-lanes.store.ts';
import { adoptClaims, type ClaimedMessage } from '#features/sending/sending-queue.store.ts';
import type { Awakener } from '#kit/awakener.ts';
import { now } from '#kit/clock.ts';
import { newId } from '#kit/ids.ts';
import { logger } from '#kit/log.ts';
import type { Services } from '#operations/services.ts';
import type { Failure } from '#whatsapp/failure-kinds.ts';
import type { WhatsAppProvider } from '#whatsapp/port.ts';
import { laneAdmission } from './admission.ts';
import { askToKnock } from './ask-to-knock.ts';
import { laneClaims } from './lane-claims.ts';
import { lanePace } from './lane-pace.ts';
import { noteLaneRest } from './note-lane-rest.ts';
import { providerOrRefusal } from './number-provider.ts';
import { outcomeRecorder } from './outcome-recorder.ts';
import { secondThoughts } from './second-thoughts.ts';
import { sendOne } from './send-one.ts';
import type { SendingParts, SendingTimes } from './sending-engine.ts';
import { settleDoubts } from './settle-doubts.ts';
import type { Withdrawals } from './withdrawals.ts';

const log = logger('sending');

const MOST_AT_ONCE = 256;
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
  withdrawals: Pick<Withdrawals, 'since'>;
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
  const recorder = outcomeRecorder({ within, watcher, times, wake: waker.wake });
  const admission = laneAdmission(lane.numberId);
  const thoughts = secondThoughts(parts.withdrawals);
  const admit: typeof admission.admit = async (call, rows) => {
    const admitted = await admission.admit(call, rows);
    thoughts.claimed(admitted);
    return admitted;
  };
  const claims = laneClaims({
    within,
    lane,
    noteBegun: (upTo) => noteBegunAtOnce(services.db, { ...number, tenure: lane.tenure }, upTo),
    admit,
    idleMs: IDLE_MS,
    wake: waker.wake,
  });
  const pace = lanePace();
  const { knock } = parts;
  const knocking = askToKnock({
    within,
    numberId: lane.numberId,
    knock: knock && ((publicUrl) => knock(services, number, publicUrl)),
  });
  let facts: LaneFacts | null = null;
  let provider: Pick<WhatsAppProvider, 'send'> | null = null;
  let heldUntil = 0;
  let underWay = 0;
  let nextDoubts = 0;
  let lastSent = Number.NEGATIVE_INFINITY;
  let lastWork = performance.now();

  /** False when the lane is another's. */
  async function renew(): Promise<boolean> {
    const asked = performance.now();
    const read = await within(async (call) => {
      const held = await renewLane(call, lane, times.leaseMs);
      if (held) await admission.heed(call, held);
      return held;
    });
    if (!read) return false;
    if (read.connection !== facts?.connection)
      provider = await providerOrRefusal(services, parts.providerOf, number);
    facts = read;
    heldUntil = asked + times.leaseMs * 0.8;
    pace.heed(facts, asked);
    return true;
  }

  function noteRest({ until, failure }: { until: Date; failure: Failure }): void {
    within(async (call) => {
      await noteLaneRest(call, lane.numberId, until, failure);
    }).catch((error) => log.warn({ err: error }, 'could not note why the number rests'));
  }

  /** The next holder of the lane does not know what went within the last second. */
  const releaseMs = () => Math.max(0, 1_000 - (performance.now() - lastSent));

  function start(message: ClaimedMessage): void {
    underWay += 1;
    void sendOne(provider!, message).then((result) => {
      underWay -= 1;
      const rest = pace.notice(result, performance.now());
      if (rest) noteRest(rest);
      if (message.contactId) admission.notice(message.contactId, result);
      recorder.add({ message, result });
    });
  }

  function dispatch(at: number): void {
    const ready = claims.ready();
    if (pace.rests(at) || at > heldUntil || ready === 0) return;
    const count = pace.take(at, Math.min(ready, MOST_AT_ONCE - underWay));
    if (count > 0) lastSent = at;
    for (const message of claims.take(count))
      if (thoughts.hasDoubt(message)) recorder.add({ message, result: { outcome: 'untried' } });
      else start(message);
  }

  try {
    if (!(await renew())) return;
    const left = await within((call) => adoptClaims(call, lane));
    for (const message of left) recorder.add({ message, result: { outcome: 'orphaned' } });
    while (!signal.aborted) {
      const at = performance.now();
      if (at > heldUntil - times.leaseMs * 0.5 && !(await renew())) break;
      if (at > nextDoubts) {
        nextDoubts = at + 1_000;
        if (await settleDoubts(within, lane.numberId, facts!, times)) claims.lookAgain();
        knocking.consider(at);
      }
      if (!pace.rests(at)) claims.replenish(at, facts!.throughput, pace.answersOnly(at));
      dispatch(performance.now());
      if (claims.size() > 0 || underWay > 0 || recorder.size() > 0) lastWork = performance.now();
      if (performance.now() - lastWork > LINGER_MS && !claims.claiming()) break;
      await waker.rest(claims.size() > 0 ? TICK_MS : underWay > 0 ? 20 : IDLE_MS, signal);
      if (parts.news.due) claims.lookAgain();
      parts.news.due = false;
    }
  } finally {
    for (const message of await claims.end()) recorder.add({ message, result: { outcome: 'untried' } });
    // A next tenure would have to doubt what this one knows: it waits until that is recorded.
    await recorder.drain(() => underWay, times.drainMs, signal);
    await within((call) => releaseLane(call, lane, releaseMs())).catch(() => {});
  }
}
