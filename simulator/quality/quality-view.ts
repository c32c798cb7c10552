// What the world thinks of each business: ratings, the week behind them, limits in use, standing, templates, events.

import { limitOf } from '../reputation/messaging-limit.ts';
import {
  badShare,
  type DayOfSignals,
  dayOf,
  numberRules,
  templateRules,
} from '../reputation/quality-week.ts';
import type { Phone, Waba } from '../world/businesses.ts';
import { mostPeople } from '../world/limits.ts';
import { reachedIn } from '../world/reach.ts';
import type { Template } from '../world/templates.ts';
import type { World } from '../world/world.ts';

export function qualityView(world: World) {
  const { people, limits, pacing } = world.settings;
  return {
    now: new Date(world.clock.now()).toISOString(),
    judged: people.judge,
    limits_grow: limits.byTier,
    paced: pacing.on,
    accounts: [...world.businesses.wabas.values()].map((waba) => accountView(world, waba)),
    events: [...world.events.list()].slice(-100).reverse(),
  };
}

function accountView(world: World, waba: Waba) {
  const now = world.clock.now();
  const portfolio = world.businesses.portfolios.get(waba.portfolioId)!;
  const { strikes, restrictedUntil, banAt, banned } = waba.standing;
  const limit = limitOf(portfolio.messagingLimit);
  return {
    waba_id: waba.id,
    portfolio_id: portfolio.id,
    name: waba.name,
    messaging_limit: portfolio.messagingLimit,
    limit: Number.isFinite(limit) ? limit : null,
    reached_today: reachedIn(portfolio.reach, 'day', now),
    standing: {
      strikes,
      restricted_until: instant(restrictedUntil),
      closes_at: instant(banAt),
      closed: banned,
    },
    numbers: waba.phoneIds.map((id) => numberView(world, world.businesses.phones.get(id)!)),
    templates: world.templates
      .of(waba.id)
      .filter(
        (template) => template.week.length > 0 || template.quality.score !== 'UNKNOWN' || template.pauses > 0,
      )
      .map((template) => templateView(world, template)),
  };
}

function numberView(world: World, phone: Phone) {
  const now = world.clock.now();
  const most = mostPeople(world.businesses.portfolioOf(phone), phone, world.settings);
  return {
    id: phone.id,
    number: phone.displayNumber,
    name: phone.verifiedName,
    status: phone.status,
    quality: phone.qualityRating,
    set_by_hand: phone.qualityHeld === true,
    /** People a day while the quality is as it is; null: no limit is kept. */
    may_reach: Number.isFinite(most) ? most : null,
    bad_share: badShare(phone.week, now, numberRules),
    yellow_from: numberRules.yellow,
    red_from: numberRules.red,
    week: weekView(phone.week, now),
  };
}

function templateView(world: World, template: Template) {
  const { id, name, language, status, pauses, pacing } = template;
  const now = world.clock.now();
  return {
    id,
    name,
    language,
    status,
    quality: template.quality.score,
    bad_share: badShare(template.week, now, templateRules),
    pauses,
    held: pacing === 'hold' ? (world.held.get(id)?.length ?? 0) : 0,
    week: weekView(template.week, now),
  };
}

/** Seven days, the latest last; days without anything are zero. */
function weekView(week: readonly DayOfSignals[], now: number) {
  const today = dayOf(now);
  return Array.from({ length: 7 }, (_none, at) => {
    const day = today - 6 + at;
    const found = week.find((one) => one.day === day);
    const { delivered = 0, muted = 0, blocked = 0, reported = 0 } = found ?? {};
    return {
      date: new Date(day * 86_400_000).toISOString().slice(0, 10),
      delivered,
      muted,
      blocked,
      reported,
    };
  });
}

function instant(at: number | undefined): string | null {
  return at === undefined ? null : new Date(at).toISOString();
}
