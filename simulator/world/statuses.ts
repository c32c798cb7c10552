// The webhook that tells what became of a message that a business sent.

import { webhookError } from './failures.ts';
import type { Message } from './messages.ts';
import type { Pricing } from './pricing.ts';
import type { World } from './world.ts';

export interface StatusTold {
  status: 'sent' | 'delivered' | 'read' | 'played' | 'failed';
  at: number;
  pricing?: Pricing;
  errorCode?: number;
  errorDetails?: string;
}

/** Sends the status of a message to whoever listens for its number. */
export function tellStatus(world: World, message: Message, told: StatusTold): void {
  const phone = world.businesses.phones.get(message.phoneId);
  if (!phone) return;
  const { customer } = message;
  const userId = world.customers.userId(customer, world.businesses.portfolioOf(phone).id);
  const phoneKnown = message.addressedBy === 'phone' || customer.visibility !== 'username-only';
  const status: Record<string, unknown> = {
    id: message.id,
    status: told.status,
    timestamp: world.clock.seconds(told.at),
    ...(phoneKnown && { recipient_id: customer.waId }),
    ...((told.status !== 'failed' || message.addressedBy === 'user-id') && { recipient_user_id: userId }),
    ...(message.callbackText !== undefined && { biz_opaque_callback_data: message.callbackText }),
  };
  if (told.pricing) {
    if (told.pricing.type === 'free_entry_point') {
      const freeUntil = message.thread.entryPoint?.freeUntil ?? told.at;
      status.conversation = {
        id: message.id.slice(-32),
        ...(told.status === 'sent' && { expiration_timestamp: world.clock.seconds(freeUntil) }),
        origin: { type: 'referral_conversion' },
      };
    }
    status.pricing = told.pricing;
  }
  if (told.errorCode !== undefined) status.errors = [webhookError(told.errorCode, told.errorDetails)];
  const value: Record<string, unknown> = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: phone.displayNumber.replace(/\D/g, ''), phone_number_id: phone.id },
    statuses: [status],
  };
  if (told.status !== 'failed') {
    const username = told.status === 'sent' ? undefined : customer.username;
    value.contacts = [
      {
        profile: { name: customer.name, ...(username && { username }) },
        ...(phoneKnown && { wa_id: customer.waId }),
        user_id: userId,
      },
    ];
  }
  const twice = message.fate?.twice ? 2 : 1;
  for (let times = 0; times < twice; times++) world.webhooks.aboutMessages(phone, value);
}
