// The business reads a customer's message, and may show that it is typing.

import type { Phone } from '../world/businesses.ts';
import type { World } from '../world/world.ts';
import { type Fields, isObject, textOf } from './fields.ts';
import { invalidParameter, invalidValue } from './graph-error.ts';

export function markReadByBusiness(world: World, phone: Phone, fields: Fields) {
  if (fields.status !== 'read') throw invalidParameter('Param status must be one of {READ}.');
  const id = textOf(fields.message_id);
  if (!id) throw invalidParameter('The parameter message_id is required.');
  const message = world.messages.find(id);
  if (!message || message.phoneId !== phone.id || message.direction !== 'customer') {
    throw invalidValue(`There is no message of a customer with the id ${id}.`);
  }
  const { messages } = message.thread;
  for (let at = messages.lastIndexOf(message); at >= 0; at--) {
    const earlier = messages[at]!;
    if (earlier.direction !== 'customer') continue;
    if (earlier.readByBusiness) break;
    earlier.readByBusiness = true;
    world.feed.tell({ kind: 'state', message: earlier });
  }
  if (fields.typing_indicator !== undefined) {
    const typing = fields.typing_indicator;
    if (!isObject(typing) || typing.type !== 'text')
      throw invalidParameter("Param typing_indicator['type'] must be 'text'.");
    world.feed.tell({ kind: 'typing', phoneId: phone.id, customer: message.customer });
  }
  return { success: true };
}
