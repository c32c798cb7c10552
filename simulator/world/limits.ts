// How much a number may send: throughput, pair limit, people per portfolio, marketing per person.

import { limitOf, limitWhileRed } from '../reputation/messaging-limit.ts';
import type { Phone, Portfolio } from './businesses.ts';
import { reachedIn, reachPerson } from './reach.ts';
import type { Settings } from './settings.ts';
import type { Thread } from './threads.ts';

const PAIR_EVERY_MS = 6_000;
const PAIR_CREDIT = 45;
const DAY = 86_400_000;

/** Takes one message out of the number's second; false when it is used up (code 130429). */
export function takeThroughput(phone: Phone, settings: Settings, now: number): boolean {
  const perSecond = phone.throughputLevel === 'HIGH' ? 1_000 : settings.limits.throughputPerSecond;
  if (Number.isNaN(phone.tokens) || now < phone.tokensAt) phone.tokens = perSecond;
  else phone.tokens = Math.min(perSecond, phone.tokens + ((now - phone.tokensAt) * perSecond) / 1000);
  phone.tokensAt = now;
  if (phone.tokens < 1) return false;
  phone.tokens--;
  return true;
}

/** One message per 6 s to the same person, 45 on credit; false when the credit is used up (code 131056). */
export function takePairAllowance(thread: Thread, settings: Settings, now: number): boolean {
  if (!settings.limits.pair) return true;
  const until = Math.max(thread.pairUntil, now);
  if (until - now > (PAIR_CREDIT - 1) * PAIR_EVERY_MS) return false;
  thread.pairUntil = until + PAIR_EVERY_MS;
  return true;
}

/** Counts a person reached outside an open window; false when the portfolio has no room for another one today. */
export function takePortfolioRoom(
  portfolio: Portfolio,
  phone: Phone,
  waId: string,
  settings: Settings,
  now: number,
): boolean {
  const { reach } = portfolio;
  const people = reachedIn(reach, 'day', now);
  if (people >= mostPeople(portfolio, phone, settings) && !reach.day.has(waId)) return false;
  reachPerson(reach, waId, now, settings.limits.byTier);
  return true;
}

/** Unique people in 24 hours that the number may reach now; Infinity: any number. */
export function mostPeople(portfolio: Portfolio, phone: Phone, { limits, people }: Settings): number {
  const set = limits.uniqueUsers > 0 ? limits.uniqueUsers : Number.POSITIVE_INFINITY;
  const tier = limits.byTier ? limitOf(portfolio.messagingLimit) : Number.POSITIVE_INFINITY;
  const most = Math.min(set, tier);
  return people.judge && phone.qualityRating === 'RED' ? limitWhileRed(most) : most;
}

/** Counts a marketing template to a person; false when they had enough of them today (code 131049). */
export function takeMarketingRoom(thread: Thread, settings: Settings, now: number): boolean {
  const most = settings.limits.marketingPerDay;
  if (most === 0) return true;
  while (thread.marketingAt.length > 0 && thread.marketingAt[0]! <= now - DAY) thread.marketingAt.shift();
  if (thread.marketingAt.length >= most) return false;
  thread.marketingAt.push(now);
  return true;
}
