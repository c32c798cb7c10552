// A message as the control API and the phone page show it.

import type { Message } from '../world/messages.ts';
import type { World } from '../world/world.ts';

export function describeMessage(world: World, message: Message) {
  const { template, customer } = message;
  return {
    sequence: message.sequence,
    id: message.id,
    direction: message.direction,
    phone_number_id: message.phoneId,
    customer: customer.waId,
    user_id: userIdOf(world, message),
    type: message.type,
    content: message.content,
    template,
    shown: message.shown,
    state: message.state,
    state_at: message.stateAt,
    at: new Date(message.at).toISOString(),
    biz_opaque_callback_data: message.callbackText,
    error_code: message.errorCode,
    context_id: message.contextId,
    outside_window: message.outsideWindow,
    reactions: message.reactions,
    read_by_business: message.readByBusiness ?? false,
  };
}

function userIdOf(world: World, message: Message): string | undefined {
  const phone = world.businesses.phones.get(message.phoneId);
  return phone && world.customers.userId(message.customer, world.businesses.portfolioOf(phone).id);
}
