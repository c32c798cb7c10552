// Where a number stands after what its quality did: a pure state machine over what Meta says of it and time.
import type { Quality } from '#features/numbers/numbers.contract.ts';

/**
 * free → stopped (quality low) → recovering (small days) → free. Restricted and banned are Meta's: whoever comes out
 * of them recovers first. How warm a free number is, and so what it may do on a day, is told by allowance.ts.
 */
export const QUALITY_STAGES = ['free', 'stopped', 'recovering', 'restricted', 'banned'] as const;
export type QualityStage = (typeof QUALITY_STAGES)[number];

export type Cause = 'low' | 'flagged' | 'restricted' | 'banned';

export type StageState = {
  stage: QualityStage;
  cause: Cause | null;
  since: Date;
  /** While stopped: bulk rests until then at least. */
  stoppedUntil: Date | null;
  /** While recovering: days stay small until then. */
  recoveringUntil: Date | null;
  /** When the trouble began that the number is still coming out of; null while free. */
  troubleSince: Date | null;
  /** How often the quality was low again within the same trouble. */
  relapses: number;
  lastLowAt: Date | null;
};

/** What Meta says now. `status` and `accountState` are as numbers keep them. */
export type NumberCondition = { quality: Quality; status: string; accountState: string };

/** Days, from the rules R6 and R7. */
export type StageParameters = { stopDays: number; recoveryDays: number };

export function freeSince(now: Date): StageState {
  return {
    stage: 'free',
    cause: null,
    since: now,
    stoppedUntil: null,
    recoveringUntil: null,
    troubleSince: null,
    relapses: 0,
    lastLowAt: null,
  };
}

/** The state after looking at `condition` at `now`; the same object where nothing changed. */
export function nextStage(
  before: StageState,
  condition: NumberCondition,
  now: Date,
  parameters: StageParameters,
): StageState {
  const cause = causeOf(condition);
  if (cause === 'banned' || cause === 'restricted')
    return before.stage === cause
      ? before
      : {
          ...troubled(before, now),
          stage: cause,
          cause,
          since: now,
          stoppedUntil: null,
          recoveringUntil: null,
        };
  if (cause !== null) return stop(before, cause, now, parameters);
  switch (before.stage) {
    case 'free':
      return before;
    case 'stopped':
      return now < before.stoppedUntil! ? before : recover(before, now, parameters);
    case 'recovering':
      return now < before.recoveringUntil! ? before : { ...freeSince(now), lastLowAt: before.lastLowAt };
    case 'restricted':
    case 'banned':
      return recover(before, now, parameters);
  }
}

/** Whether campaigns may send from a number in this stage; answers within the window always may. */
export function mayBulk(stage: QualityStage): boolean {
  return stage === 'free' || stage === 'recovering';
}

/** Meta's words differ between its pages and over the years; what is unknown here is no trouble. */
function causeOf({ quality, status, accountState }: NumberCondition): Cause | null {
  const word = status.toLowerCase();
  if (word === 'banned' || accountState === 'banned') return 'banned';
  if (word === 'restricted' || accountState === 'restricted') return 'restricted';
  if (quality === 'low') return 'low';
  return word === 'flagged' ? 'flagged' : null;
}

function stop(before: StageState, cause: Cause, now: Date, { stopDays }: StageParameters): StageState {
  if (before.stage === 'stopped' && now < before.stoppedUntil!)
    return before.lastLowAt !== null && now.getTime() - before.lastLowAt.getTime() < HOUR
      ? before
      : { ...before, lastLowAt: now };
  const again = before.stage === 'stopped' || before.stage === 'recovering';
  return {
    ...troubled(before, now),
    stage: 'stopped',
    cause,
    since: now,
    stoppedUntil: daysAfter(now, stopDays),
    recoveringUntil: null,
    relapses: before.relapses + (again ? 1 : 0),
    lastLowAt: now,
  };
}

function recover(before: StageState, now: Date, { recoveryDays }: StageParameters): StageState {
  return {
    ...before,
    stage: 'recovering',
    since: now,
    stoppedUntil: null,
    recoveringUntil: daysAfter(now, recoveryDays),
  };
}

function troubled(before: StageState, now: Date): StageState {
  return { ...before, troubleSince: before.troubleSince ?? now };
}

const HOUR = 3_600_000;

function daysAfter(at: Date, days: number): Date {
  return new Date(at.getTime() + days * 24 * HOUR);
}
