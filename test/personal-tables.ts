// Every table with a row of a contact, with how the test of deletion fills it: a new one fails the test until it is here.
import { newId } from '#kit/ids.ts';

/** What a filled row may point to. */
export type Person = {
  contactId: string;
  conversationId: string;
  messageId: string;
  ticketId: string;
  numberId: string;
  userId: string;
  phone: string;
  now: Date;
};

type Fill = (person: Person) => Record<string, unknown>;

/** `world`: test/support/world-of-rows.ts or the product itself writes it. */
export const PERSONAL: Record<string, Fill | 'world'> = {
  campaign_recipients: 'world',
  consent_changes: 'world',
  contact_tags: 'world',
  list_members: 'world',
  conversations: 'world',
  messages: 'world',
  message_media: 'world',
  ad_pictures: 'world',
  deal_contacts: 'world',
  conversion_events: 'world',
  tickets: 'world',
  ticket_entries: 'world',
  conversation_entries: 'world',
  message_words: 'world',
  conversation_assignees: ({ conversationId, userId, now }) => ({
    ...{ conversation_id: conversationId, user_id: userId, assigned_at: now },
  }),
  drafts: ({ conversationId, userId, phone, now }) => ({
    ...{ conversation_id: conversationId, user_id: userId, side: 'reply', text: phone, changed_at: now },
  }),
  scheduled_messages: ({ conversationId, userId, phone, now }) => ({
    ...{ id: newId(), conversation_id: conversationId, author: '{}', user_id: userId, send_at: now },
    ...{ content: JSON.stringify({ answer: { text: phone } }), created_at: now, updated_at: now },
  }),
  limit_places: ({ contactId, messageId, now }) => ({
    ...{ portfolio: 'p', contact_id: contactId, message_id: messageId, taken_at: now },
  }),
  pair_debts: ({ contactId, numberId, now }) => ({
    ...{ contact_id: contactId, number_id: numberId, free_at: now },
  }),
  link_taps: ({ messageId, now }) => ({
    ...{ link_id: LINK, message_id: messageId, first_at: now, last_at: now, times: 1, device: 'other' },
  }),
  notifications: ({ conversationId, messageId, userId, phone, now }) => ({
    ...{ id: newId(), user_id: userId, kind: 'message', gather_key: phone, conversation_id: conversationId },
    ...{ subject_id: messageId, count: 1, channels: ['app'], created_at: now, at: now },
  }),
  phone_book_entries: ({ contactId, phone, now }) => ({ contact_id: contactId, full_name: phone, at: now }),
  send_queue: ({ contactId, messageId, numberId, now }) => ({
    ...{ message_id: messageId, number_id: numberId, contact_id: contactId, priority: 0, due_at: now },
  }),
  sms_messages: ({ contactId, phone, now }) => ({
    ...{ id: newId(), contact_id: contactId, phone, text: phone, parts: 1, marketing: false, state: 'sent' },
    ...{ due_at: now, created_at: now, changed_at: now },
  }),
};

/** Tables that name a contact, conversation, message or ticket and keep nothing of people, each with the reason. */
export const IMPERSONAL: Record<string, string> = {
  contact_erasures: 'the deletion itself: gone when it is done',
  attention: 'which conversation a tab shows: gone within a day',
  deal_history: 'in test/deals of its own: an entry keeps its kind and loses the contact',
  link_hits: 'calls of links, added up and gone within seconds',
};

/** A link of the workspace, which the test makes. */
export const LINK = newId();

/** Columns by which a row may belong to a contact. */
export const POINTERS = ['contact_id', 'conversation_id', 'message_id', 'ticket_id'];
