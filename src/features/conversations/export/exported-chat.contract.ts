// What `messages.json` of an exported conversation holds.
import { z } from 'zod';
import { Message } from '#features/conversations/conversation-shapes.contract.ts';
import { ActivityItem, NoteItem } from '#features/conversations/timeline.contract.ts';
import { Id, Instant } from '#operations/operation.ts';

/** Grows by additions; a change that breaks readers gets another number. */
export const CHAT_FORMAT = 'rondine.chat/1';

export const ExportedMessage = Message.omit({ waitsUntil: true }).extend({
  type: z.literal('message'),
  providerId: z.string().nullable().describe('WhatsApp’s id'),
  heard: z
    .array(z.object({ name: z.string(), at: Instant, code: z.int().nullable() }))
    .describe('Everything WhatsApp said of a message of ours, in the order of time'),
  media: Message.shape.media
    .unwrap()
    .extend({
      path: z.string().nullable().describe('Its file in this zip; equal files are in it once'),
      missing: z.string().nullable().describe('Why there is no file'),
    })
    .nullable(),
});
export type ExportedMessage = z.infer<typeof ExportedMessage>;

export const ExportedChat = z.object({
  format: z.literal(CHAT_FORMAT),
  exportedAt: Instant,
  conversation: z.object({
    id: Id,
    createdAt: Instant,
    number: z.object({ id: Id, phone: z.string(), name: z.string() }).describe('Ours'),
    contact: z.object({
      id: Id,
      name: z.string(),
      phone: z.string().nullable(),
      userId: z.string().nullable(),
      username: z.string().nullable(),
    }),
  }),
  withNotes: z
    .boolean()
    .describe('Whether the team’s notes and what was done with the conversation are in it'),
  items: z
    .array(z.discriminatedUnion('type', [ExportedMessage, NoteItem, ActivityItem]))
    .describe('Oldest first'),
});
export type ExportedChat = z.infer<typeof ExportedChat>;
