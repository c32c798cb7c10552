// One plays the customer: writes, taps, reacts, reads, blocks, reports, stops marketing.

import type { Customer, Visibility } from '../world/customers.ts';
import { markRead } from '../world/delivery.ts';
import { type Inbound, receive } from '../world/inbound.ts';
import type { Message } from '../world/messages.ts';
import { dialledDigits, whatsappId } from '../world/phone-numbers.ts';
import { changeMarketing } from '../world/reactions-of-people.ts';
import { signalAbout } from '../world/signals.ts';
import type { World } from '../world/world.ts';
import { type AddRoute, BadWish, type Call } from './control.ts';
import { inboundFrom } from './inbound-wish.ts';
import { describeMessage } from './message-view.ts';
import { tapped } from './tap.ts';

export function controlCustomers(add: AddRoute, world: World): void {
  const person = ({ params }: Call) => customerFor(world, params.number!);
  const phone = ({ body }: Call) => phoneIdFor(world, body.phone_number_id);

  add('GET', '/customers/:number', 'Who this is, as the business may see them.', (call) =>
    describe(world, person(call)),
  );
  add(
    'POST',
    '/customers/:number',
    'Changes a customer: {"name","visibility":"phone"|"username-with-phone"|"username-only","username"}.',
    (call) => {
      const customer = person(call);
      const { name, visibility, username } = call.body;
      if (name !== undefined) customer.name = String(name);
      if (visibility !== undefined) {
        if (!['phone', 'username-with-phone', 'username-only'].includes(String(visibility))) {
          throw new BadWish('visibility must be phone, username-with-phone or username-only.');
        }
        world.customers.setVisibility(customer, visibility as Visibility, username as string | undefined);
      }
      world.feed.tell({ kind: 'customer', customer });
      return describe(world, customer);
    },
  );
  add(
    'POST',
    '/customers/:number/messages',
    'The customer writes: {"text":"Hi"} or {"image"|"video"|"audio"|"document"|"sticker"|"location"|"contacts"|"reaction"|"order"|…}, with optional "phone_number_id", "reply_to", "forwarded", "name", and "referral" ({"headline","media_type":"image"} makes a picture too).',
    async (call) => {
      const customer = person(call);
      if (call.body.name !== undefined) {
        customer.name = String(call.body.name);
        world.feed.tell({ kind: 'customer', customer });
      }
      const phoneId = phone(call);
      const inbound: Inbound = inboundFrom(world, phoneId, call.body);
      return describeMessage(world, receive(world, phoneId, customer, inbound));
    },
  );
  add(
    'POST',
    '/customers/:number/tap',
    'The customer taps a button or row: {"button": index or text or id, "message_id"?} (latest message with buttons otherwise); {"card": index} for carousels.',
    (call) => {
      const customer = person(call);
      const message = messageFor(world, customer, phone(call), call.body.message_id);
      return describeMessage(world, receive(world, message.phoneId, customer, tapped(message, call.body)));
    },
  );
  add('POST', '/customers/:number/read', 'The customer reads everything that was delivered.', (call) => {
    const thread = world.threads.find(phone(call), person(call).waId);
    const unread =
      thread?.messages.filter(({ direction, state }) => direction === 'business' && state === 'delivered') ??
      [];
    for (const message of unread) markRead(world, message, world.clock.now());
    if (thread) thread.unread = 0;
    return { read: unread.length };
  });
  for (const [path, what] of [
    ['block', 'blocks the business'],
    ['report', 'reports and blocks the business'],
    ['unblock', 'unblocks the business'],
  ]) {
    add('POST', `/customers/:number/${path}`, `The customer ${what}.`, (call) => {
      const customer = person(call);
      if (path === 'unblock') customer.blocked.delete(phone(call));
      else {
        customer.blocked.add(phone(call));
        const last = world.threads.find(phone(call), customer.waId)?.lastTemplate;
        const what = path === 'report' ? 'reported' : 'blocked';
        signalAbout(world, phone(call), last?.template?.id, what, world.clock.now());
      }
      world.feed.tell({ kind: 'customer', customer });
      return describe(world, customer);
    });
  }
  for (const value of ['stop', 'resume'] as const) {
    add(
      'POST',
      `/customers/:number/${value}-marketing`,
      `The customer ${value}s marketing (user_preferences).`,
      (call) => {
        const customer = person(call);
        const phoneId = phone(call);
        const last = world.threads.find(phoneId, customer.waId)?.lastTemplate;
        if (value === 'stop' && last) world.accounts.optedOut(last);
        changeMarketing(world, phoneId, customer.waId, value);
        return describe(world, customer);
      },
    );
  }
}

/** A customer by phone number in any spelling. */
export function customerFor(world: World, number: string): Customer {
  const digits = dialledDigits(number);
  if (!digits) throw new BadWish(`"${number}" is not a phone number with country code.`);
  return world.customers.get(whatsappId(digits));
}

/** The number that is meant; the first of the default business where none is given. */
export function phoneIdFor(world: World, given: unknown): string {
  const id = given === undefined ? world.defaultKeys.phone_numbers[0]!.id : String(given);
  if (!world.businesses.phones.has(id)) throw new BadWish(`There is no phone number with the id ${id}.`, 404);
  return id;
}

function messageFor(world: World, customer: Customer, phoneId: string, id: unknown): Message {
  if (id !== undefined) {
    const message = world.messages.find(String(id));
    if (message?.customer === customer && message.direction === 'business') return message;
    throw new BadWish(`This customer got no message with the id ${id}.`, 404);
  }
  const messages = world.threads.find(phoneId, customer.waId)?.messages ?? [];
  const latest = messages.findLast(
    ({ direction, type, shown }) =>
      direction === 'business' && (type === 'interactive' || shown?.buttons.length || shown?.cards),
  );
  if (!latest) throw new BadWish('This customer got no message with buttons yet.', 404);
  return latest;
}

export function describe(world: World, customer: Customer) {
  return {
    wa_id: customer.waId,
    name: customer.name,
    username: customer.username,
    visibility: customer.visibility,
    country: customer.country,
    user_ids: [...world.businesses.portfolios.values()].map(({ id }) => ({
      portfolio_id: id,
      user_id: world.customers.userId(customer, id),
      marketing_stopped: customer.marketingStopped.has(id),
    })),
    blocked: [...customer.blocked],
  };
}
