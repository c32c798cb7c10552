// What will become of a message: decided the moment it is accepted, by magic number, standing and dice.

import { failureOf } from './failures.ts';
import { judgedFate } from './judged-fate.ts';
import { takeMarketingRoom } from './limits.ts';
import { type Behaviour, magicOf } from './magic.ts';
import type { Message } from './messages.ts';
import { windowIsOpen } from './threads.ts';
import type { World } from './world.ts';

export interface Fate {
  failCode?: number;
  failDetails?: string;
  /** A failed status is followed by a delivery all the same. */
  recovers?: boolean;
  delivered: boolean;
  read: boolean;
  skipsDelivered?: boolean;
  reversed?: boolean;
  twice?: boolean;
  deliveredAfterMs?: number;
  reaction?: Behaviour;
}

/** Decides the fate of an accepted message; `now` is the moment of its acceptance. */
export function decideFate(world: World, message: Message, now: number): Fate {
  const { settings, dice } = world;
  const { thread, customer, template } = message;
  const fail = (failCode: number, failDetails?: string): Fate => ({
    failCode,
    failDetails,
    delivered: false,
    read: false,
  });
  if (!template && message.type !== 'reaction' && !windowIsOpen(thread, now)) return fail(131047);
  if (message.errorCode !== undefined) return fail(message.errorCode);
  const phone = world.businesses.phones.get(message.phoneId)!;
  const portfolio = world.businesses.portfolioOf(phone);
  if (template?.category === 'MARKETING') {
    if (customer.marketingStopped.has(portfolio.id)) return fail(131050);
    if (settings.limits.blockUsMarketing && customer.country === 'US') return fail(131049);
    if (!windowIsOpen(thread, now) && !takeMarketingRoom(thread, settings, now)) return fail(131049);
  }
  const magic = magicOf(customer.waId);
  if (magic?.failCode !== undefined && failureOf(magic.failCode)?.where !== 'sync')
    return fail(magic.failCode);
  if (customer.blocked.has(phone.id)) return { delivered: false, read: false };
  if (magic?.behaviour) return fateOfBehaviour(magic.behaviour);
  if (settings.people.judge && template) return judgedFate(world, message, now);
  if (dice.happens(settings.rates.failed)) {
    const marketing = template?.category === 'MARKETING' && dice.happens(0.35);
    return fail(marketing ? 131049 : 131026);
  }
  if (dice.happens(settings.rates.undelivered)) return { delivered: false, read: false };
  const read = dice.happens(settings.rates.read);
  if (!template) return { delivered: true, read };
  const optsOut = dice.happens(settings.rates.optedOut);
  const replies = !optsOut && dice.happens(settings.rates.replied);
  if (optsOut)
    return { delivered: true, read: true, reaction: dice.happens(0.5) ? 'write-stop' : 'stop-marketing' };
  if (replies)
    return { delivered: true, read: true, reaction: dice.happens(0.5) ? 'reply' : 'tap-first-button' };
  return { delivered: true, read };
}

function fateOfBehaviour(behaviour: Behaviour): Fate {
  switch (behaviour) {
    case 'never-delivered':
      return { delivered: false, read: false };
    case 'never-read':
      return { delivered: true, read: false };
    case 'read-without-delivered':
      return { delivered: true, read: true, skipsDelivered: true };
    case 'failed-then-delivered':
      return { delivered: true, read: true, failCode: 131026, recovers: true };
    case 'webhooks-reversed':
      return { delivered: true, read: true, reversed: true };
    case 'webhooks-twice':
      return { delivered: true, read: true, twice: true };
    case 'slow':
      return { delivered: true, read: true, deliveredAfterMs: 3_600_000 };
    case 'block':
    case 'report':
      return { delivered: true, read: false, reaction: behaviour };
    case 'reply':
    case 'tap-first-button':
    case 'write-stop':
    case 'stop-marketing':
      return { delivered: true, read: true, reaction: behaviour };
    default:
      return { delivered: true, read: true };
  }
}
