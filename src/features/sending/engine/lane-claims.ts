// Keeps a lane supplied: claims due messages some time ahead, so that the pace does not wait for the database.
import type { SendingCall } from '#features/sending/sending.types.ts';
import { type ClaimedMessage, claimDue, giveBackClaim } from '#features/sending/sending-queue.store.ts';
import { newId } from '#kit/ids.ts';

/** This many seconds' worth is claimed ahead. */
const AHEAD_SECONDS = 0.25;
const LEAST_AHEAD = 4;
const MOST_AHEAD = 400;
/** The next look after one that found less than it asked for. */
const SOON_MS = 20;

export type LaneClaims = {
  /** How many are claimed and not handed out. */
  size(): number;
  /** Hands out the first `count`. */
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
  /** Keeps those that may go now; the others are given back in the same transaction. */
  admit(call: SendingCall, rows: readonly ClaimedMessage[]): Promise<ClaimedMessage[]>;
  idleMs: number;
  wake(): void;
}): LaneClaims {
  const buffer: ClaimedMessage[] = [];
  let under = null as Promise<void> | null;
  let failed = null as { error: unknown; claim: string } | null;
  let nextLook = 0;

  async function claimMore(claim: string, limit: number, answersOnly: boolean): Promise<void> {
    const { found, admitted } = await parts.within(async (call) => {
      const rows = await claimDue(call, { ...parts.lane, claim, limit, answersOnly });
      return { found: rows.length, admitted: await parts.admit(call, rows) };
    });
    buffer.push(...admitted);
    nextLook = found === limit ? 0 : performance.now() + (found > 0 ? SOON_MS : parts.idleMs);
  }

  return {
    size: () => buffer.length,
    take: (count) => buffer.splice(0, count),
    replenish(at, throughput, answersOnly) {
      // Whether a claim that broke off was committed is not known: it is given back at the end.
      if (failed) throw failed.error;
      const ahead = Math.min(MOST_AHEAD, Math.max(LEAST_AHEAD, Math.ceil(throughput * AHEAD_SECONDS)));
      if (under || at < nextLook || buffer.length > ahead / 2) return;
      const claim = newId();
      under = claimMore(claim, ahead - buffer.length, answersOnly)
        .catch((error) => {
          failed = { error, claim };
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
      // Where this fails as well, the next tenure takes its messages for uncertain.
      const { claim } = failed ?? {};
      if (claim) await parts.within((call) => giveBackClaim(call, claim)).catch(() => {});
      return buffer.splice(0);
    },
  };
}
