// Quality of a number or a template: what people did in the last seven days, weighted by recency, as a rating. Pure.

export type Rating = 'GREEN' | 'YELLOW' | 'RED' | 'UNKNOWN';

/** What happened on one day; `day` counts days since 1970. */
export interface DayOfSignals {
  day: number;
  delivered: number;
  muted: number;
  blocked: number;
  reported: number;
}

export type Signal = 'delivered' | 'muted' | 'blocked' | 'reported';

export interface QualityRules {
  /** Share of weighted bad signals from which the rating is YELLOW, and RED. */
  yellow: number;
  red: number;
  /** Good deliveries lent to everybody, so that one block among ten messages is not a catastrophe. */
  benefitOfDoubt: number;
  /** Deliveries of the week below which there is no judgement. */
  fewest: number;
}

/** Assumptions; WhatsApp says what counts, not how much. */
export const numberRules: QualityRules = { yellow: 0.018, red: 0.035, benefitOfDoubt: 200, fewest: 0 };
export const templateRules: QualityRules = { yellow: 0.022, red: 0.045, benefitOfDoubt: 100, fewest: 100 };

const DAY = 86_400_000;
const DAYS = 7;
const WEIGHT = { muted: 0.25, blocked: 1, reported: 2.5 };
/** A better rating needs this part of the threshold of the worse one. */
const RELIEF = 0.75;

export function dayOf(at: number): number {
  return Math.floor(at / DAY);
}

/** Adds to the day's count, in place; days that no longer count fall away. */
export function note(week: DayOfSignals[], at: number, signal: Signal, count = 1): void {
  const day = dayOf(at);
  let today = week.at(-1);
  if (!today || today.day < day) {
    while (week.length > 0 && week[0]!.day <= day - DAYS) week.shift();
    today = { day, delivered: 0, muted: 0, blocked: 0, reported: 0 };
    week.push(today);
  }
  today[signal] += count;
}

/** Bad signals per delivery; a day weighs one seventh less for each day that has passed. */
export function badShare(week: readonly DayOfSignals[], at: number, rules: QualityRules): number {
  const today = dayOf(at);
  let delivered = rules.benefitOfDoubt;
  let bad = 0;
  for (const one of week) {
    const weight = 1 - (today - one.day) / DAYS;
    if (weight <= 0 || weight > 1) continue;
    delivered += weight * one.delivered;
    bad +=
      weight * (one.muted * WEIGHT.muted + one.blocked * WEIGHT.blocked + one.reported * WEIGHT.reported);
  }
  return delivered === 0 ? 0 : bad / delivered;
}

/** Whether there are enough deliveries of the week for a judgement. */
export function isJudged(week: readonly DayOfSignals[], at: number, rules: QualityRules): boolean {
  let deliveries = 0;
  for (const { day, delivered } of week) if (day > dayOf(at) - DAYS) deliveries += delivered;
  return deliveries >= rules.fewest;
}

/** The rating after `before`; it falls at a threshold and rises again only well below it. */
export function ratingOf(
  week: readonly DayOfSignals[],
  at: number,
  before: string,
  rules: QualityRules,
): Rating {
  if (!isJudged(week, at, rules)) return before as Rating;
  const share = badShare(week, at, rules);
  const red = before === 'RED' ? rules.red * RELIEF : rules.red;
  if (share >= red) return 'RED';
  const yellow = before === 'RED' || before === 'YELLOW' ? rules.yellow * RELIEF : rules.yellow;
  return share >= yellow ? 'YELLOW' : 'GREEN';
}
