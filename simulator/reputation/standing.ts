// The standing of an account: whoever goes on sending with low quality is warned, restricted, and banned. Pure.

import type { Rating } from './quality-week.ts';

export interface Standing {
  /** Warnings that count; one is forgotten in 30 days without another. */
  strikes: number;
  strikeAt?: number;
  /** Only answers may be sent until then. */
  restrictedUntil?: number;
  /** The account is closed then. */
  banAt?: number;
  banned: boolean;
}

export type Sanction = 'violation' | 'restricted' | 'ban-scheduled' | 'banned' | 'free-again';

/** What a daily look sees. */
export interface Conduct {
  at: number;
  quality: Rating;
  /** Bad signals per delivery of the week. */
  badShare: number;
  /** People started on outside windows in the last 24 hours. */
  startedToday: number;
  /** The busiest day of the 30 days before. */
  busiestBefore: number;
  /** Messages delivered in the last seven days. */
  deliveredInWeek: number;
}

export const GOOD_STANDING: Standing = { strikes: 0, banned: false };

const DAY = 86_400_000;
/** How long the first, second and third strike restrict; the fourth closes the account a day later. */
const RESTRICTED_DAYS = [1, 3, 7];
const FORGOTTEN_AFTER = 30 * DAY;
/** Nobody looks at accounts that start on fewer people than this. */
const NOTICED_FROM = 100;
/** A day up to this busy is no leap, whatever was before. */
const NO_LEAP = 500;

/**
 * How likely a strike is at this look. A low rating while sending goes on earns one sooner or later; a flood of reports
 * earns one at once; a middling rating seldom does, unless the volume leaps: sudden volume is looked at. All of it assumed.
 */
export function strikeChance(conduct: Conduct): number {
  const { quality, badShare, startedToday, busiestBefore, deliveredInWeek } = conduct;
  if (startedToday < NOTICED_FROM) return 0;
  if (badShare >= 0.12 && deliveredInWeek >= 500) return 1;
  const leap = Math.min(10, Math.max(1, startedToday / Math.max(NO_LEAP, busiestBefore)));
  if (quality === 'RED') return Math.min(0.9, 0.25 + 5 * badShare + 0.05 * (leap - 1));
  return quality === 'YELLOW' ? Math.min(0.4, 0.01 * leap ** 1.5) : 0;
}

/** The standing after a daily look; `roll` is a number from 0 to 1 left to chance. */
export function nextStanding(before: Standing, conduct: Conduct, roll: number): [Standing, Sanction[]] {
  const { at } = conduct;
  if (before.banned) return [before, []];
  if (before.banAt !== undefined)
    return at >= before.banAt ? [{ ...before, banned: true, banAt: undefined }, ['banned']] : [before, []];
  const after = { ...before };
  const sanctions: Sanction[] = [];
  if (after.restrictedUntil !== undefined && at >= after.restrictedUntil) {
    after.restrictedUntil = undefined;
    sanctions.push('free-again');
  }
  if (after.strikes > 0 && after.strikeAt !== undefined && at - after.strikeAt >= FORGOTTEN_AFTER) {
    after.strikes--;
    after.strikeAt = at;
  }
  if (after.restrictedUntil !== undefined || roll >= strikeChance(conduct)) return [after, sanctions];
  after.strikes++;
  after.strikeAt = at;
  const days = RESTRICTED_DAYS[after.strikes - 1];
  if (days === undefined) {
    after.banAt = at + DAY;
    return [after, [...sanctions, 'violation', 'ban-scheduled']];
  }
  after.restrictedUntil = at + days * DAY;
  return [after, [...sanctions, 'violation', 'restricted']];
}
