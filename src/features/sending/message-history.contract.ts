// The shape of all that is known of one message: what was heard of it, and its place in the queue.
import { z } from 'zod';
import { Id, Instant } from '#operations/operation.ts';

/** What may be heard of a message, in the order by which it is kept. */
export const HEARD = ['accepted', 'held', 'sent', 'delivered', 'read', 'failed', 'expired'] as const;

export const MessageHistory = z.object({
  messageId: Id,
  conversationId: Id,
  state: z.enum(['queued', 'uncertain', 'held', 'accepted', 'sent', 'failed', 'delivered', 'read']),
  writtenAt: Instant,
  heard: z
    .array(
      z.object({
        name: z.enum(HEARD),
        at: Instant.describe('When it happened, as WhatsApp says'),
        code: z.int().nullable().describe('WhatsApp’s number of a failure'),
      }),
    )
    .describe('Everything that was said of it, in the order of time; each once, however often it was said'),
  failure: z
    .object({ kind: z.string().describe('Stable name'), code: z.int().nullable(), text: z.string() })
    .nullable(),
  queue: z
    .object({
      attempts: z.int().describe('Tries so far, the present one included'),
      resends: z.int().describe('How often it was sent again after it had been uncertain'),
      claimedAt: Instant.nullable().describe('When a process took it to send it; null: nobody has it'),
      dueAt: Instant.describe('Not before then; of uncertain ones: until then a status is waited for'),
      uncertainSince: Instant.nullable(),
      mayResend: z.boolean().describe('Sent again by itself when WhatsApp stays silent'),
    })
    .nullable()
    .describe('Its place in the queue; null: nothing more is done with it by itself'),
});
export type MessageHistory = z.infer<typeof MessageHistory>;
