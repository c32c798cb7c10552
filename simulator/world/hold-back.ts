// Pacing in the live world: holds messages of new templates and watched portfolios, and later releases or drops them.

import { heldAsNew, heldByWatch, verdictOnHeld } from '../reputation/pacing.ts';
import { type Rating, ratingOf, templateRules } from '../reputation/quality-week.ts';
import type { Phone, Portfolio } from './businesses.ts';
import { deliver } from './delivery.ts';
import type { Message } from './messages.ts';
import { setTemplateQuality, setTemplateStatus } from './template-life.ts';
import type { Template } from './templates.ts';
import { worst } from './watch.ts';
import type { World } from './world.ts';

const HOUR = 3_600_000;

/** Whether the next message of this template waits for a look at quality; says what holds it. Counts what passes. */
export function heldBy(world: World, phone: Phone, template: Template, now: number): string | undefined {
  if (template.pacing === 'hold') return template.id;
  const rules = world.settings.pacing;
  if (!rules.on) return undefined;
  if (heldAsNew(rules, template)) {
    template.pacing = 'hold';
    template.lookAt = now + rules.assessMs;
    planLook(world, template.id, template.lookAt);
    return template.id;
  }
  template.sent++;
  const portfolio = world.businesses.portfolioOf(phone);
  const hour = Math.floor(now / HOUR);
  if (portfolio.hour.hour !== hour) portfolio.hour = { hour, templates: 0 };
  const watched = isWatched(world, portfolio);
  if (heldByWatch(rules, { watched, thisHour: portfolio.hour.templates })) {
    if (portfolio.lookAt === undefined) {
      portfolio.lookAt = now + rules.assessMs;
      planLook(world, portfolio.id, portfolio.lookAt);
    }
    return portfolio.id;
  }
  if (watched) portfolio.hour.templates++;
  return undefined;
}

/** Keeps a held message for the look. */
export function keepHeld(world: World, message: Message): void {
  const key = message.heldBy!;
  const waiting = world.held.get(key);
  if (waiting) waiting.push(message);
  else world.held.set(key, [message]);
}

/** After a restart: keeps a message that was held before it, and plans the look that was planned then. */
export function resumeHeld(world: World, message: Message): void {
  const key = message.heldBy!;
  const holder = world.templates.find(key) ?? world.businesses.portfolios.get(key);
  if (holder?.lookAt !== undefined && !world.held.has(key)) planLook(world, key, holder.lookAt);
  keepHeld(world, message);
}

function planLook(world: World, key: string, at: number): void {
  world.schedule.at(at, (then) => {
    const template = world.templates.find(key);
    const portfolio = world.businesses.portfolios.get(key);
    if (template) lookAtTemplate(world, template, then);
    else if (portfolio) lookAtPortfolio(world, portfolio, then);
  });
}

function lookAtTemplate(world: World, template: Template, at: number): void {
  if (template.pacing !== 'hold') return;
  const rules = { ...templateRules, fewest: 20 };
  const rating = ratingOf(template.week, at, template.quality.score, rules);
  template.pacing = 'free';
  template.lookAt = undefined;
  template.proven = verdictOnHeld(rating) === 'release';
  if (!template.proven && template.status === 'APPROVED') {
    if (template.quality.score !== 'RED') setTemplateQuality(world, template, 'RED', at);
    template.pausedAt = at;
    template.sent = 0;
    template.week = [];
    setTemplateStatus(world, template, 'PAUSED', { title: 'RATE_LIMITING_PAUSE', at });
  }
  settle(world, template.id, rating, template.name, at);
}

function lookAtPortfolio(world: World, portfolio: Portfolio, at: number): void {
  portfolio.lookAt = undefined;
  settle(world, portfolio.id, worst(phonesOf(world, portfolio)), portfolio.name, at);
}

function settle(world: World, key: string, quality: Rating, name: string, at: number): void {
  const waiting = (world.held.get(key) ?? []).filter(({ state }) => state === 'held');
  world.held.delete(key);
  const drop = verdictOnHeld(quality) === 'drop';
  for (const message of waiting) {
    message.state = 'accepted';
    if (drop) message.errorCode = 132015;
    deliver(world, message);
  }
  if (waiting.length > 0)
    world.tell(at, name, `${drop ? 'dropped' : 'released'} ${waiting.length} held messages`);
}

/** Low or middling quality, or a strike, and not yet 500,000 templates: everything in bursts is looked at. */
function isWatched(world: World, portfolio: Portfolio): boolean {
  const phones = phonesOf(world, portfolio);
  return (
    worst(phones) !== 'GREEN' || phones.some((phone) => world.businesses.wabaOf(phone).standing.strikes > 0)
  );
}

function phonesOf(world: World, portfolio: Portfolio): Phone[] {
  const found: Phone[] = [];
  for (const waba of world.businesses.wabas.values())
    if (waba.portfolioId === portfolio.id)
      for (const id of waba.phoneIds) found.push(world.businesses.phones.get(id)!);
  return found;
}
