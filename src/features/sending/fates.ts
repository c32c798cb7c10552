// Decides what becomes of a message that the provider did not take: a pure function of the failure and its tries.
import type { Failure } from '#whatsapp/failure-kinds.ts';

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
const PAIR_TRIES = 6;
const LONGEST_WAIT = 10 * MINUTE;

export function fateOf(failure: Failure, { attempts, inCampaign }: Tries): Fate {
  if (failure.mayHaveBeenAccepted) return { fate: 'uncertain' };
  const asked = (failure.waitSeconds ?? 0) * SECOND;
  switch (failure.kind) {
    case 'provider_unreachable':
      return { fate: 'retry', afterMs: 2 * SECOND, counted: false };
    case 'throughput_exceeded':
      return { fate: 'retry', afterMs: SECOND, counted: false };
    case 'pair_limited':
      return attempts >= PAIR_TRIES
        ? { fate: 'fail' }
        : { fate: 'retry', afterMs: Math.max(asked, 4 ** (attempts - 1) * SECOND), counted: true };
    case 'rate_limited_app':
    case 'rate_limited_account':
      return { fate: 'retry', afterMs: asked || MINUTE, counted: false };
  }
  if (failure.retry === 'yes')
    return attempts >= (failure.maxTries ?? TRIES)
      ? { fate: 'fail' }
      : { fate: 'retry', afterMs: Math.max(asked, 2 ** (attempts - 1) * SECOND), counted: true };
  if (concernsAll(failure)) {
    if (inCampaign) return { fate: 'halt' };
    if (failure.retry === 'later' && asked > 0 && asked <= LONGEST_WAIT && attempts < TRIES)
      return { fate: 'retry', afterMs: asked, counted: true };
  }
  return { fate: 'fail' };
}

/** Whether the next message would meet the same failure. */
export function concernsAll(failure: Pick<Failure, 'stops'>): boolean {
  return failure.stops === 'template' || failure.stops === 'number' || failure.stops === 'account';
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
  switch (failure.kind) {
    case 'provider_unreachable':
      return { rest: 'all', ms: Math.min(30, 2 ** Math.min(5, inRow)) * SECOND };
    case 'throughput_exceeded':
      return { rest: 'slower' };
    case 'rate_limited_app':
    case 'rate_limited_account':
      return { rest: 'all', ms: (failure.waitSeconds ?? 60) * SECOND };
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
