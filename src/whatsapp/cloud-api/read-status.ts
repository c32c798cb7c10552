// Reads what became of one message that we sent.

import type { Person, StatusName } from '#whatsapp/provider-event.ts';
import { flag, isObject, type Json, part, present, text, time } from './loose.ts';
import { contactPerson, failuresOf, type News, personOf } from './webhook-change.ts';

const NAMES: ReadonlySet<string> = new Set<StatusName>(['sent', 'delivered', 'read', 'played', 'failed']);

export function readStatus(status: Json, contact: Json | undefined): Omit<News, 'value'> {
  const statusText = text(status, 'status') ?? '';
  const name = statusText.toLowerCase();
  const recipientId = text(status, 'recipient_id');
  const toGroup = text(status, 'recipient_type') === 'group';
  const participant =
    text(status, 'recipient_participant_id') ?? text(status, 'recipient_participant_user_id');
  const userId = text(status, 'recipient_user_id');
  const parentUserId = text(status, 'recipient_parent_user_id');
  const recipient: Person = {
    ...(contact ? contactPerson(contact) : {}),
    ...personOf(toGroup ? participant : recipientId),
    ...(userId ? { userId } : {}),
    ...(parentUserId ? { parentUserId } : {}),
  };
  const id = text(status, 'id');
  return present({
    news: present({
      kind: 'message_status',
      providerMessageId: id ?? '',
      status: NAMES.has(name) ? (name as StatusName) : 'other',
      statusText,
      recipient,
      groupId: toGroup ? recipientId : undefined,
      participant,
      callbackId: text(status, 'biz_opaque_callback_data'),
      conversation: conversationOf(status),
      pricing: pricingOf(status),
      failures: failuresOf(status),
    }),
    at: time(status, 'timestamp'),
    key: id && `status:${id}:${name}:${participant ?? recipientId ?? userId ?? ''}`,
  });
}

function conversationOf(status: Json) {
  if (!isObject(status.conversation)) return undefined;
  const conversation = status.conversation;
  return present({
    id: text(conversation, 'id'),
    origin: text(part(conversation, 'origin'), 'type'),
    expiresAt: time(conversation, 'expiration_timestamp'),
  });
}

function pricingOf(status: Json) {
  if (!isObject(status.pricing)) return undefined;
  const pricing = status.pricing;
  return present({
    type: text(pricing, 'type'),
    category: text(pricing, 'category'),
    model: text(pricing, 'pricing_model'),
    billable: flag(pricing, 'billable'),
  });
}
