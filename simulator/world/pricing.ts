// What WhatsApp would charge for a message, as the `pricing` part of a status says it.

import type { Message } from './messages.ts';
import { windowIsOpen } from './threads.ts';
import type { World } from './world.ts';

/** From this day utility templates cost inside the window too, and service messages have a monthly allowance. */
const NEW_RULES_FROM = Date.UTC(2026, 9, 1);

export interface Pricing {
  billable: boolean;
  pricing_model: 'PMP';
  type: string;
  category: string;
}

/** Decided once, when the message is sent; counts the number's free service messages of the month. */
export function priceOf(world: World, message: Message, at: number): Pricing {
  const free = (type: string, category: string): Pricing => ({
    billable: false,
    pricing_model: 'PMP',
    type,
    category,
  });
  const regular = (category: string): Pricing => ({
    billable: true,
    pricing_model: 'PMP',
    type: 'regular',
    category,
  });
  const { thread, template } = message;
  const freeUntil = thread.entryPoint?.freeUntil;
  if (freeUntil !== undefined && at < freeUntil) return free('free_entry_point', 'referral_conversion');
  const category = template?.category.toLowerCase() ?? 'service';
  if (category === 'service') {
    if (at < NEW_RULES_FROM) return free('free_customer_service', category);
    const phone = world.businesses.phones.get(message.phoneId)!;
    const month = new Date(at).toISOString().slice(0, 7);
    if (phone.serviceMonth.month !== month) phone.serviceMonth = { month, count: 0 };
    phone.serviceMonth.count++;
    const { freeServiceMessages, freeServiceType } = world.settings.pricing;
    return phone.serviceMonth.count <= freeServiceMessages
      ? free(freeServiceType, category)
      : regular(category);
  }
  if (category === 'utility' && at < NEW_RULES_FROM && windowIsOpen(thread, at)) {
    return free('free_customer_service', category);
  }
  return regular(category);
}
