// Reads the webhook fields `messages` and `standby`: what people wrote, and what became of what we sent.

import type { Person, ProviderNews } from '#whatsapp/provider-event.ts';
import { isObject, type Json, part, parts, present, text, time } from './loose.ts';
import { readContent, readContext, readReferral } from './read-content.ts';
import { readStatus } from './read-status.ts';
import {
  type Change,
  contactFinder,
  contactPerson,
  failuresOf,
  type News,
  personOf,
  splitBatch,
} from './webhook-change.ts';

export function readMessages({ value }: Change): News[] {
  const messages = parts(value, 'messages');
  const statuses = parts(value, 'statuses');
  const senderContact = contactFinder(value, messages.length);
  const recipientContact = contactFinder(value, statuses.length);
  const slices = splitBatch(value, {
    messages: { items: messages, contactOf: (item, index) => senderContact(senderIds(item), index) },
    statuses: {
      items: statuses,
      contactOf: (item, index) => recipientContact(personOf(text(item, 'recipient_id')), index),
    },
    errors: { items: parts(value, 'errors') },
  });
  return slices.map((slice) => {
    if (slice.list === 'statuses') return { ...readStatus(slice.item, slice.contact), value: slice.value };
    if (slice.list === 'errors')
      return { news: { kind: 'provider_error', failures: failuresOf(slice.value) }, value: slice.value };
    const id = text(slice.item, 'id');
    return present({
      news: readMessage(slice.item, slice.contact),
      at: time(slice.item, 'timestamp'),
      key: id && `message:${id}`,
      value: slice.value,
    });
  });
}

function senderIds(message: Json): Person {
  return present({
    ...personOf(text(message, 'from')),
    ...definedUserId(text(message, 'from_user_id')),
  });
}

function definedUserId(userId: string | undefined): Person {
  return userId === undefined ? {} : { userId };
}

function readMessage(message: Json, contact: Json | undefined): ProviderNews {
  const from: Person = present({
    ...(contact ? contactPerson(contact) : {}),
    ...senderIds(message),
  });
  const parentUserId = text(message, 'from_parent_user_id');
  if (parentUserId) from.parentUserId = parentUserId;
  const providerMessageId = text(message, 'id') ?? '';
  const special = readChangeOfPerson(message, from) ?? readAmendment(message, from, false);
  if (special) return special;
  return present({
    kind: 'message_received',
    providerMessageId,
    from,
    groupId: text(message, 'group_id'),
    content: readContent(message),
    context: readContext(message),
    referral: readReferral(message),
    failures: failuresOf(message),
  });
}

/** Edits and withdrawals, by the person or, as an echo, by the business. */
export function readAmendment(message: Json, person: Person, byBusiness: boolean): ProviderNews | undefined {
  const type = text(message, 'type');
  if (type !== 'edit' && type !== 'revoke') return undefined;
  const amendment = part(message, type);
  const originalMessageId = text(amendment, 'original_message_id');
  if (originalMessageId === undefined) return undefined;
  const shared = { providerMessageId: text(message, 'id') ?? '', originalMessageId, person, byBusiness };
  if (type === 'revoke') return { kind: 'message_revoked', ...shared };
  return { kind: 'message_edited', ...shared, content: readContent(part(amendment, 'message')) };
}

function readChangeOfPerson(message: Json, from: Person): ProviderNews | undefined {
  if (text(message, 'type') !== 'system' || !isObject(message.system)) return undefined;
  const system = message.system;
  const waId = text(system, 'wa_id') ?? text(system, 'new_wa_id');
  switch (text(system, 'type')) {
    case 'user_changed_number':
    case 'customer_changed_number':
      return present({
        kind: 'user_phone_changed',
        providerMessageId: text(message, 'id') ?? '',
        person: from,
        previousWaId: from.waId,
        waId,
        text: text(system, 'body'),
      });
    case 'user_changed_user_id':
      return present({
        kind: 'user_id_changed',
        person: from,
        previousUserId: text(system, 'previous_user_id') ?? from.userId,
        userId: text(system, 'user_id'),
        previousParentUserId: text(system, 'previous_parent_user_id'),
        parentUserId: text(system, 'parent_user_id'),
      });
    case 'customer_identity_changed':
      return present({
        kind: 'user_identity_changed',
        person: from,
        hash: text(part(message, 'identity'), 'hash') ?? text(part(system, 'identity'), 'hash'),
      });
    default:
      return undefined;
  }
}
