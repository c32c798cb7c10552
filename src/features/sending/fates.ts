// Decides what becomes of a message that the provider did not take: a pure function of the failure and its tries.
import type { Failure } from '#whatsapp/failure-kinds.ts';
import { FATE_TABLE } from './fate-table.ts';

export type Fate =
  /** The same again at the earliest after `afterMs`; `counted`: it uses up one of its tries. */
  | { fate: 'retry'; afterMs: number; counted: boolean }
  /** Not this person's matter: the campaign stops, and the message goes back to it. */
  | { fate: 'halt' }
  /** It may have left: wait for proof. */
  | { fate: 'uncertain' }
  | { fate: 'fail' };

export type Tries = { attempts: number; inCampaign: boolean };

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const TRIES = 6;
const LONGEST_WAIT = 10 * MINUTE;

/** Of a message that the provider did not take, or of which the answer to the call did not come. */
export function fateOf(failure: Failure, { attempts, inCampaign }: Tries): Fate {
  if (failure.mayHaveBeenAccepted) return { fate: 'uncertain' };
  const asked = (failure.waitSeconds ?? 0) * SECOND;
  const again = repetitionOf(failure);
  if (again) {
    if (again.tries !== null && attempts >= again.tries) return { fate: 'fail' };
    const pause = again.firstMs * again.growth ** (again.tries === null ? 0 : attempts - 1);
    return { fate: 'retry', afterMs: Math.max(asked, pause), counted: again.tries !== null };
  }
  if (stopsCampaign(failure)) {
    if (inCampaign) return { fate: 'halt' };
    if (failure.retry === 'later' && asked > 0 && asked <= LONGEST_WAIT && attempts < TRIES)
      return { fate: 'retry', afterMs: asked, counted: true };
  }
  return { fate: 'fail' };
}

/** How the same is tried again, by the table of kinds or else by the code; null: not by itself. */
export function repetitionOf(
  failure: Failure,
): { firstMs: number; growth: number; tries: number | null } | null {
  const { again } = FATE_TABLE[failure.kind];
  if (again) return again;
  return failure.retry === 'yes' ? { firstMs: SECOND, growth: 2, tries: failure.maxTries ?? TRIES } : null;
}

/** So many times in all a message is sent of which the provider said afterwards that it failed. */
const TRIES_AFTER_FAILURE = 3;

/**
 * What the provider took may be told to have failed before it left; the word of its leaving may come later than that
 * of its failure.
 */
const LATE_WORD_MS = 10 * SECOND;

/**
 * Of a message that the provider took and then, before it left, told to have failed: milliseconds until it is sent
 * again; null: it failed. `failures`: how often that was told, this one included.
 */
export function againAfterFailure(failure: Failure, failures: number): number | null {
  const again = repetitionOf(failure);
  if (!again || failures >= Math.min(again.tries ?? TRIES_AFTER_FAILURE, TRIES_AFTER_FAILURE)) return null;
  return Math.max(
    LATE_WORD_MS,
    (failure.waitSeconds ?? 0) * SECOND,
    again.firstMs * again.growth ** failures,
  );
}

/** Whether the next message would meet the same failure, and no pause of ours ends that. */
export function stopsCampaign(failure: Failure): boolean {
  return failure.stops !== 'message' && failure.stops !== 'recipient' && !repetitionOf(failure);
}

export type LaneRest =
  /** Everything waits. */
  | { rest: 'all'; ms: number }
  /** Fewer messages per second. */
  | { rest: 'slower' }
  /** Bulk waits, answers go on being tried. */
  | { rest: 'bulk'; ms: number };

/** What a failure asks of the whole number; `inRow`: how many of the kind came one after the other. */
export function restAfter(failure: Failure, inRow: number): LaneRest | null {
  const { rest } = FATE_TABLE[failure.kind];
  if (rest?.what === 'slower') return { rest: 'slower' };
  if (rest) {
    const pause = failure.waitSeconds ? failure.waitSeconds * SECOND : rest.firstMs * rest.growth ** inRow;
    return { rest: 'all', ms: failure.waitSeconds ? pause : Math.min(rest.mostMs, pause) };
  }
  if (failure.stops !== 'number' && failure.stops !== 'account') return null;
  return { rest: 'bulk', ms: failure.retry === 'yes' ? (failure.waitSeconds ?? 5) * SECOND : MINUTE };
}

export type Doubt = {
  uncertainSinceMs: number;
  nowMs: number;
  resends: number;
  /** Its campaign still wants it. */
  mayResend: boolean;
  /** When the provider last spoke of any message of this number; null: never. */
  lastStatusMs: number | null;
  /** Webhooks lie unread: the proof may be among them. */
  unread: boolean;
  /** When a door for webhooks was last known to be open; null where it is somebody else's. */
  doorOpenMs: number | null;
};

export type DoubtEnd = 'resend' | 'wait' | 'leave';

/**
 * A worker may die again with the same message in its hands before it was tried. The proof is asked for anew each
 * time, so that another try is as safe as the first; the limit is for what nobody foresaw.
 */
const MOST_RESENDS = 3;

/**
 * The provider repeats what it could not tell, waiting up to about as long again as it already tried; this many times
 * a silence is waited for word of it.
 */
export const PROOF_WAIT_PER_SILENCE = 4;

/** A door that was not noted for so long is closed. */
export const DOOR_CLOSED_AFTER_MS = 4_000;

/**
 * What to do with an uncertain message whose wait is over. Silence proves that it never left only while the provider
 * is heard of otherwise, and could be heard; what cannot be proven within `patienceMs` is left as it is, and shown.
 */
export function endOfDoubt(doubt: Doubt, patienceMs: number): DoubtEnd {
  if (doubt.resends >= MOST_RESENDS || doubt.nowMs - doubt.uncertainSinceMs > patienceMs) return 'leave';
  // Its campaign may be resumed.
  if (!doubt.mayResend) return 'wait';
  const heard = doubt.lastStatusMs !== null && doubt.lastStatusMs > doubt.uncertainSinceMs;
  const listening = doubt.doorOpenMs === null || doubt.nowMs - doubt.doorOpenMs <= DOOR_CLOSED_AFTER_MS;
  return heard && listening && !doubt.unread ? 'resend' : 'wait';
}
