// A customer writes: the message is kept, opens the 24-hour window, and goes out as a webhook.

import type { Phone } from './businesses.ts';
import type { Customer } from './customers.ts';
import { wamid } from './ids.ts';
import { takeThroughput } from './limits.ts';
import type { Message } from './messages.ts';
import type { World } from './world.ts';

export interface Inbound {
  type: string;
  /** Id of the business message that is quoted or whose button was tapped. */
  repliesTo?: string;
  referral?: Record<string, unknown>;
  forwarded?: boolean;
  /** The part named after the type. */
  [content: string]: unknown;
}

/** Lets a customer send something to a number. Throws an Error when the number is unknown. */
export function receive(world: World, phoneId: string, customer: Customer, inbound: Inbound): Message {
  const phone = world.businesses.phones.get(phoneId);
  if (!phone) throw new Error(`There is no phone number with the id ${phoneId}.`);
  const now = world.clock.now();
  const thread = world.threads.get(phoneId, customer);
  takeThroughput(phone, world.settings, now);
  const content = inbound[inbound.type];
  const message = world.messages.add({
    id: wamid(customer.waId, 'customer'),
    direction: 'customer',
    phoneId,
    customer,
    thread,
    type: inbound.type,
    content,
    at: now,
    state: 'received',
    contextId: inbound.repliesTo,
    addressedBy: 'phone',
    outsideWindow: false,
  });
  thread.lastInboundAt = now;
  thread.unanswered = 0;
  if (inbound.referral) thread.entryPoint = { openedAt: now };
  world.threads.touch(thread, now);
  note(world, message);
  tellInbound(world, phone, message, inbound);
  world.feed.tell({ kind: 'message', message });
  return message;
}

/** Keeps the account: an answer to the last template, and whether it was a wish to hear no more. */
function note(world: World, message: Message): void {
  if (message.type === 'reaction') {
    const { message_id, emoji } = message.content as { message_id: string; emoji?: string };
    const target = world.messages.find(message_id);
    if (!target) return;
    target.reactions = target.reactions.filter(({ from }) => from !== 'customer');
    if (emoji) target.reactions.push({ from: 'customer', emoji });
    world.feed.tell({ kind: 'message', message: target });
    return;
  }
  world.accounts.answered(message);
}

function tellInbound(world: World, phone: Phone, message: Message, inbound: Inbound): void {
  const person = world.identity(phone, message.customer);
  const context = contextOf(phone, inbound);
  world.webhooks.aboutMessages(phone, {
    messaging_product: 'whatsapp',
    metadata: world.metadata(phone),
    contacts: [person.contact],
    messages: [
      {
        ...(context && { context }),
        ...(person.waId && { from: person.waId }),
        from_user_id: person.userId,
        id: message.id,
        timestamp: world.clock.seconds(message.at),
        type: inbound.type,
        ...(message.content !== undefined && { [inbound.type]: message.content }),
        ...(inbound.errors !== undefined && { errors: inbound.errors }),
        ...(inbound.referral && { referral: inbound.referral }),
      },
    ],
  });
}

function contextOf(phone: Phone, inbound: Inbound): Record<string, unknown> | undefined {
  if (inbound.repliesTo) return { from: phone.digits, id: inbound.repliesTo };
  return inbound.forwarded ? { forwarded: true } : undefined;
}
