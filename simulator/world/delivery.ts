// Carries an accepted message through sent, delivered and read, or lets it fail.

import { decideFate, type Fate } from './fate.ts';
import type { Message } from './messages.ts';
import { priceOf } from './pricing.ts';
import { act } from './reactions-of-people.ts';
import { signal } from './signals.ts';
import { type StatusTold, tellStatus } from './statuses.ts';
import type { World } from './world.ts';

/** Sets a freshly accepted message on its way. */
export function deliver(world: World, message: Message): void {
  const fate = decideFate(world, message, world.clock.now());
  message.fate = fate;
  later(world, world.settings.delays.sent, (at) => {
    if (fate.failCode === undefined) sent(world, message, fate, at);
    else failed(world, message, fate, at);
  });
}

function failed(world: World, message: Message, fate: Fate, at: number): void {
  setState(world, message, 'failed', at);
  message.errorCode = fate.failCode;
  world.accounts.reached(message, 'failed');
  tellStatus(world, message, {
    status: 'failed',
    at,
    errorCode: fate.failCode,
    errorDetails: fate.failDetails,
  });
  if (!fate.recovers) return;
  later(world, world.settings.delays.delivered, (then) => {
    world.accounts.recovered(message);
    world.accounts.reached(message, 'sent');
    message.price = priceOf(world, message, then);
    delivered(world, message, fate, then);
  });
}

function sent(world: World, message: Message, fate: Fate, at: number): void {
  message.price = priceOf(world, message, at);
  setState(world, message, 'sent', at);
  world.accounts.reached(message, 'sent');
  const told: StatusTold = { status: 'sent', at, pricing: message.price };
  if (!fate.reversed) tellStatus(world, message, told);
  if (message.type === 'reaction') {
    const target = message.contextId ? world.messages.find(message.contextId) : undefined;
    if (target) react(world, target, message);
    return;
  }
  if (fate.delivered) deliverLater(world, message, fate);
}

/** Plans the delivery of a sent message; one that was blocked or has expired by then never arrives. */
export function deliverLater(world: World, message: Message, fate = message.fate): void {
  if (!fate?.delivered) return;
  const spread = fate.deliveredAfterMs ?? world.settings.delays.delivered;
  later(world, typeof spread === 'number' ? [spread, spread] : spread, (at) => {
    if (message.customer.blocked.has(message.phoneId)) return;
    if (message.expiresAt !== undefined && at > message.expiresAt) return;
    delivered(world, message, fate, at);
  });
}

function delivered(world: World, message: Message, fate: Fate, at: number): void {
  message.thread.unread++;
  setState(world, message, 'delivered', at);
  world.accounts.reached(message, 'delivered');
  signal(world, message, 'delivered', at);
  const told: StatusTold = { status: 'delivered', at, pricing: message.price };
  if (!fate.skipsDelivered && !fate.reversed) tellStatus(world, message, told);
  if (fate.read) later(world, world.settings.delays.read, (then) => read(world, message, fate, then));
  else if (fate.reaction) {
    const behaviour = fate.reaction;
    later(world, world.settings.delays.reply, () => act(world, message, behaviour));
  }
}

function read(world: World, message: Message, fate: Fate, at: number): void {
  markRead(world, message, at);
  if (fate.reversed) {
    tellStatus(world, message, {
      status: 'delivered',
      at: message.stateAt.delivered ?? at,
      pricing: message.price,
    });
    tellStatus(world, message, { status: 'sent', at: message.stateAt.sent ?? at, pricing: message.price });
  }
  if (fate.reaction) {
    const behaviour = fate.reaction;
    later(world, world.settings.delays.reply, () => act(world, message, behaviour));
  }
}

/** The person reads a delivered message, once; a voice note is then also played. */
export function markRead(world: World, message: Message, at: number): void {
  if (message.state === 'read' || message.state === 'played' || message.state === 'failed') return;
  setState(world, message, 'read', at);
  world.accounts.reached(message, 'read');
  const pricing = message.fate?.skipsDelivered ? message.price : undefined;
  tellStatus(world, message, { status: 'read', at, pricing });
  const voice =
    message.type === 'audio' && (message.content as { voice?: unknown } | undefined)?.voice === true;
  if (!voice) return;
  setState(world, message, 'played', at);
  tellStatus(world, message, { status: 'played', at });
}

function react(world: World, target: Message, reaction: Message): void {
  const { emoji } = reaction.content as { emoji?: string };
  target.reactions = target.reactions.filter(({ from }) => from !== 'business');
  if (emoji) target.reactions.push({ from: 'business', emoji });
  world.feed.tell({ kind: 'message', message: target });
}

function setState(world: World, message: Message, state: Message['state'], at: number): void {
  message.state = state;
  message.stateAt[state] = at;
  world.feed.tell({ kind: 'state', message });
}

function later(world: World, spread: [number, number], run: (at: number) => void): void {
  world.schedule.after(world.dice.within(spread) / (world.settings.speed || 1), run);
}
