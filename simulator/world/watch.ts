// WhatsApp's watch over quality: every hour ratings, every six hours limits, every day the conduct of an account.

import { limitOf, nextTier } from '../reputation/messaging-limit.ts';
import {
  badShare,
  isJudged,
  numberRules,
  type Rating,
  ratingOf,
  templateRules,
} from '../reputation/quality-week.ts';
import { nextStanding } from '../reputation/standing.ts';
import type { Phone, Portfolio, Waba } from './businesses.ts';
import { reachedIn } from './reach.ts';
import { carryOut, tellLimit, tellQuality, tellThroughput } from './sanctions.ts';
import { pauseTemplate, setTemplateQuality } from './template-life.ts';
import type { Template } from './templates.ts';
import type { World } from './world.ts';

const HOUR = 3_600_000;

/** Begins the hourly look where the settings ask for one; calling it again does nothing. */
export function keepWatch(world: World): void {
  if (world.watched || !wanted(world)) return;
  world.watched = true;
  world.schedule.after(HOUR, (at) => look(world, at));
}

function wanted({ settings }: World): boolean {
  return settings.people.judge || settings.limits.byTier;
}

function look(world: World, at: number): void {
  world.watched = false;
  if (!wanted(world)) return;
  world.watched = true;
  world.schedule.at(at + HOUR, (then) => look(world, then));
  const { businesses, templates } = world;
  if (world.settings.people.judge) {
    for (const phone of businesses.phones.values()) assessPhone(world, phone, at);
    for (const waba of businesses.wabas.values()) {
      for (const template of templates.of(waba.id)) assessTemplate(world, template, at);
      judgeConduct(world, waba, at);
    }
  }
  if (!world.settings.limits.byTier) return;
  for (const portfolio of businesses.portfolios.values()) growLimit(world, portfolio, at);
}

/** The rating of a number after what people did in seven days; told when it changes. */
export function assessPhone(world: World, phone: Phone, at: number): void {
  if (phone.qualityHeld || phone.qualityRating === 'UNKNOWN') return;
  const rating = ratingOf(phone.week, at, phone.qualityRating, numberRules);
  if (rating === phone.qualityRating) return;
  const before = phone.qualityRating;
  phone.qualityRating = rating;
  tellQuality(world, phone, at);
  world.tell(at, phone.displayNumber, `quality ${before} → ${rating}`);
}

/** The rating of a template; RED pauses it, and then it is judged anew. */
export function assessTemplate(world: World, template: Template, at: number): void {
  if (template.qualityHeld || template.status !== 'APPROVED' || template.week.length === 0) return;
  const { score } = template.quality;
  const rating = ratingOf(template.week, at, score, templateRules);
  if (rating !== score) {
    setTemplateQuality(world, template, rating, at);
    world.tell(at, template.name, `quality ${score} → ${rating}`);
  }
  if (rating !== 'RED' || !isJudged(template.week, at, templateRules)) return;
  template.week = [];
  pauseTemplate(world, template, at);
}

function judgeConduct(world: World, waba: Waba, at: number): void {
  const phones = waba.phoneIds.map((id) => world.businesses.phones.get(id)!);
  const portfolio = world.businesses.portfolios.get(waba.portfolioId)!;
  waba.conductSeenAt ??= at - HOUR;
  const daily = at - waba.conductSeenAt >= 24 * HOUR;
  const startedToday = reachedIn(portfolio.reach, 'day', at);
  const conduct = {
    at,
    quality: worst(phones),
    badShare: Math.max(0, ...phones.map(({ week }) => badShare(week, at, numberRules))),
    startedToday,
    busiestBefore: Math.max(0, ...waba.startedOn),
    deliveredInWeek: phones.reduce(
      (all, { week }) => all + week.reduce((sum, day) => sum + day.delivered, 0),
      0,
    ),
  };
  // Between the daily looks only what was decided before takes its course: a roll of 1 strikes nobody.
  const [standing, sanctions] = nextStanding(waba.standing, conduct, daily ? world.dice.roll() : 1);
  waba.standing = standing;
  if (daily) {
    waba.conductSeenAt = at;
    waba.startedOn = [...waba.startedOn, startedToday].slice(-30);
  }
  for (const sanction of sanctions) carryOut(world, waba, sanction, at);
}

export function worst(phones: readonly Phone[]): Rating {
  for (const rating of ['RED', 'YELLOW'] as const)
    if (phones.some((phone) => phone.qualityRating === rating)) return rating;
  return 'GREEN';
}

function growLimit(world: World, portfolio: Portfolio, at: number): void {
  const phones = [...world.businesses.phones.values()].filter(
    (phone) => world.businesses.portfolioOf(phone) === portfolio,
  );
  if (portfolio.messagingLimit === 'TIER_UNLIMITED') speedUp(world, portfolio, phones, at);
  if (portfolio.limitSeenAt !== undefined && at - portfolio.limitSeenAt < 6 * HOUR) return;
  portfolio.limitSeenAt = at;
  const before = portfolio.messagingLimit;
  const after = nextTier(before, {
    quality: worst(phones),
    reachedInWeek: reachedIn(portfolio.reach, 'week', at),
    reachedInMonth: reachedIn(portfolio.reach, 'month', at),
    verified: portfolio.verified,
  });
  if (after === before) return;
  portfolio.messagingLimit = after;
  for (const phone of phones) tellLimit(world, phone, before, after, at);
  world.tell(at, portfolio.name, `limit ${limitOf(before)} → ${limitOf(after)} people a day`);
}

/** 1,000 messages a second: unlimited people, quality not low, 100,000 people in 24 hours. */
function speedUp(world: World, portfolio: Portfolio, phones: Phone[], at: number): void {
  if (reachedIn(portfolio.reach, 'day', at) < 100_000) return;
  for (const phone of phones) {
    if (phone.throughputLevel === 'HIGH' || phone.qualityRating === 'RED') continue;
    phone.throughputLevel = 'HIGH';
    tellThroughput(world, phone, at);
    world.tell(at, phone.displayNumber, 'throughput 1,000 messages a second');
  }
}
