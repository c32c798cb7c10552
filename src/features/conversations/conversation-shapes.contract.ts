// What a conversation and a message look like to the world.
import { z } from 'zod';
import { Named } from '#features/tags/tags.contract.ts';
import { Id, Instant } from '#operations/operation.ts';

export const MESSAGE_STATES = [
  'received',
  'queued',
  'uncertain',
  'held',
  'accepted',
  'sent',
  'delivered',
  'read',
  'failed',
] as const;

export const Assignee = z.object({ userId: Id, name: z.string() });

export const Conversation = z.object({
  id: Id,
  numberId: Id.describe('Our number'),
  contact: z.object({
    id: Id,
    name: z.string().describe('Name, else profile name, number or username'),
    phone: z.string().nullable().describe('E.164; null when WhatsApp hides it'),
    consent: z.enum(['not_declared', 'subscribed', 'unsubscribed']).describe('Consent to marketing'),
    blocked: z.boolean().describe('Nothing is sent to this contact'),
    tags: z.array(Named).describe('By name'),
  }),
  unreadCount: z.int().describe('Messages of the customer that nobody has read yet'),
  lastMessageAt: Instant.nullable(),
  lastMessagePreview: z
    .string()
    .describe('First words of the last message; `[image]` and the like where it has no words'),
  lastDirection: z.enum(['in', 'out']).nullable(),
  lastState: z.enum(MESSAGE_STATES).nullable().describe('How far the last message got, when it is ours'),
  draft: z.string().nullable().describe('First words of what the caller began to answer and has not sent'),
  windowClosesAt: Instant.nullable().describe(
    'Until then anything may be sent, afterwards templates only; null: the customer has not written yet',
  ),
  assignees: z.array(Assignee),
  state: z.enum(['open', 'closed']).describe('Closed ones open again when the customer writes'),
  closeReason: z.string().nullable().describe('Why it was closed, in the words of whoever closed it'),
  snoozedUntil: Instant.nullable().describe('Out of the list until then, or until the customer writes'),
  waitingSince: Instant.nullable().describe('When the customer wrote what nobody has answered yet'),
  scheduled: z.object({
    nextAt: Instant.nullable().describe('When the next scheduled message goes'),
    notSent: z.boolean().describe('One could not be sent when its time came'),
  }),
});
export type Conversation = z.infer<typeof Conversation>;

export const Reaction = z.object({
  emoji: z.string(),
  direction: z.enum(['in', 'out']),
  name: z.string().nullable().describe('Who of us it was; null: the customer, or nobody knows'),
});
export type Reaction = z.infer<typeof Reaction>;

export const Message = z.object({
  id: Id,
  direction: z.enum(['in', 'out']),
  kind: z.string().describe('text, image, template, reaction, …'),
  content: z
    .looseObject({})
    .describe(
      'What it holds, by kind; `shown` is a template as the customer reads it, `referral.picture` the picture of an advertisement, read at /api/v1/messages/{id}/ad-picture',
    ),
  state: z.enum(MESSAGE_STATES).describe('How far it got; received for the customer’s'),
  at: Instant,
  author: z
    .object({
      kind: z.string(),
      id: z.string().nullable().describe('Of a person, key or automation of ours'),
      name: z.string().nullable(),
    })
    .describe('Who wrote it'),
  campaignId: Id.nullable(),
  waitsUntil: Instant.nullable().describe(
    'Of uncertain ones: until then a status is waited for before silence decides; null: nothing is done by itself',
  ),
  replyTo: z
    .object({
      id: Id,
      direction: z.enum(['in', 'out']),
      preview: z.string().describe('First words; empty: it was withdrawn'),
      name: z.string().nullable().describe('Who of us wrote it'),
    })
    .nullable()
    .describe('The message that it quotes, answers or reacts to'),
  reactions: z.array(Reaction).describe('To this message: the last of each side'),
  failure: z.object({ kind: z.string().describe('Stable name of the reason'), text: z.string() }).nullable(),
  media: z
    .object({
      state: z.enum(['waiting', 'ready', 'failed']).describe('waiting: on its way from WhatsApp'),
      name: z.string().nullable(),
      mimeType: z.string().nullable(),
      size: z.int().nullable().describe('Bytes'),
      failure: z.string().nullable(),
    })
    .nullable()
    .describe('Its file, read at /api/v1/messages/{id}/media'),
});
export type Message = z.infer<typeof Message>;
