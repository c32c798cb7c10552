// Keeps a lane supplied: claims due messages some time ahead, so that the pace does not wait for the database.
import type { SendingCall } from '#features/sending/sending.types.ts';
import { noteBegun } from '#features/sending/sending-begun.store.ts';
import { type ClaimedMessage, claimDue, giveBackClaim } from '#features/sending/sending-queue.store.ts';
import { newId } from '#kit/ids.ts';

/** This many seconds' worth is claimed ahead: a claim is a dozen round trips, slow while the machine is busy. */
const AHEAD_SECONDS = 0.6;
const LEAST_AHEAD = 4;
const MOST_AHEAD = 800;
/** So many seconds' worth may begin ahead of what has begun: what a process that dies leaves in doubt, besides its calls. */
const BEGIN_SECONDS = 0.2;
/** The next note is asked for when this share of the last may still begin: it waits for a write to disk. */
const NOTE_AT = 0.75;
/** The next look after one that found less than it asked for. */
const SOON_MS = 20;

export type LaneClaims = {
  /** How many are claimed and not handed out. */
  size(): number;
  /** How many of these may begin. */
  ready(): number;
  /** Hands out the first `count` of those that may begin. */
  take(count: number): ClaimedMessage[];
  /** Claims more when fewer than half of what should be ahead are left. Throws what made an earlier claim break off. */
  replenish(at: number, throughput: number, answersOnly: boolean): void;
  /** Something new may be due. */
  lookAgain(): void;
  /** A claim is under way. */
  claiming(): boolean;
  /** Waits for a claim under way; answers what was never handed out. */
  end(): Promise<ClaimedMessage[]>;
};

export function laneClaims(parts: {
  within<T>(work: (call: SendingCall) => Promise<T>): Promise<T>;
  lane: { numberId: string; tenure: string };
  /** Notes that calls up to this place may begin; false when the lane is another's. */
  noteBegun(upTo: number): Promise<boolean>;
  /** Keeps those that may go now; the others are given back in the same transaction. */
  admit(call: SendingCall, rows: readonly ClaimedMessage[]): Promise<ClaimedMessage[]>;
  idleMs: number;
  wake(): void;
}): LaneClaims {
  const buffer: ClaimedMessage[] = [];
  let under = null as Promise<void> | null;
  let noting = null as Promise<void> | null;
  let failed = null as { error: unknown; claim?: string } | null;
  let nextLook = 0;
  let lastPlace = 0;
  /** The place up to which calls may begin. */
  let begunTo = 0;
  let step = LEAST_AHEAD;

  function ready(): number {
    const first = buffer.findIndex((message) => message.place > begunTo);
    return first < 0 ? buffer.length : first;
  }

  /** The place of the last of `messages` that may begin next. */
  const nextStep = (messages: readonly ClaimedMessage[], count: number) =>
    messages[Math.min(count, messages.length) - 1]!.place;

  async function claimMore(claim: string, limit: number, answersOnly: boolean): Promise<void> {
    const urgent = buffer.length === 0;
    const { found, admitted, upTo } = await parts.within(async (call) => {
      const rows = await claimDue(call, { ...parts.lane, claim, after: lastPlace, limit, answersOnly });
      const admitted = await parts.admit(call, rows);
      const upTo = urgent && admitted.length > 0 ? nextStep(admitted, step) : 0;
      const may = upTo > 0 && (await noteBegun(call, parts.lane, upTo));
      return { found: rows.length, admitted, upTo: may ? upTo : 0 };
    });
    lastPlace += found;
    begunTo = Math.max(begunTo, upTo);
    buffer.push(...admitted);
    nextLook = found === limit ? 0 : performance.now() + (found > 0 ? SOON_MS : parts.idleMs);
  }

  /** Lets the next ones begin before those that may are used up. */
  function moveOn(): void {
    const left = ready();
    if (noting || left === buffer.length || left > step * NOTE_AT) return;
    // When nothing is left the note comes late: more at once then.
    const upTo = nextStep(buffer, left === 0 ? 2 * step : step + left);
    noting = parts
      .noteBegun(upTo)
      .then((ours) => {
        if (ours) begunTo = upTo;
      })
      .catch((error) => {
        failed ??= { error };
      })
      .finally(() => {
        noting = null;
        parts.wake();
      });
  }

  return {
    size: () => buffer.length,
    ready,
    take: (count) => buffer.splice(0, Math.min(count, ready())),
    replenish(at, throughput, answersOnly) {
      // Whether a claim that broke off was committed is not known: it is given back at the end.
      if (failed) throw failed.error;
      const ahead = Math.min(MOST_AHEAD, Math.max(LEAST_AHEAD, Math.ceil(throughput * AHEAD_SECONDS)));
      step = Math.max(LEAST_AHEAD, Math.ceil(throughput * BEGIN_SECONDS));
      moveOn();
      if (under || at < nextLook || buffer.length > ahead / 2) return;
      const claim = newId();
      under = claimMore(claim, ahead - buffer.length, answersOnly)
        .catch((error) => {
          failed = { error: failed?.error ?? error, claim };
        })
        .finally(() => {
          under = null;
          parts.wake();
        });
    },
    lookAgain() {
      nextLook = 0;
    },
    claiming: () => under !== null,
    async end() {
      await under;
      await noting;
      // Where this fails as well, the next tenure takes its messages for uncertain.
      const { claim } = failed ?? {};
      if (claim) await parts.within((call) => giveBackClaim(call, claim)).catch(() => {});
      return buffer.splice(0);
    },
  };
}
