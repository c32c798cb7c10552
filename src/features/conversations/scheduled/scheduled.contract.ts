// Messages that are to be sent later: asked for, seen, changed, sent at once and cancelled.
import { z } from 'zod';
import { AnswerShape, checkAnswer } from '#features/conversations/answer.contract.ts';
import { Message } from '#features/conversations/conversation-shapes.contract.ts';
import { Done, Id, Instant, operation } from '#operations/operation.ts';

/** How many may wait in one conversation. */
export const MOST_SCHEDULED = 50;

export const ScheduledMessage = z.object({
  id: Id.describe('An answer that was sent has the same id'),
  sendAt: Instant,
  state: z.enum(['waiting', 'refused']).describe('refused: its time came, and it could not be sent'),
  failure: z.object({ code: z.string(), text: z.string() }).nullable().describe('Why it was refused'),
  author: z
    .object({ kind: z.string(), name: z.string().nullable() })
    .describe('In whose name it goes: whoever scheduled or changed it last'),
  answer: AnswerShape.nullable().describe('Null for a template'),
  file: z.object({ name: z.string(), mimeType: z.string() }).nullable().describe('Of the answer'),
  template: z
    .object({
      id: Id,
      name: z.string(),
      text: z.string().describe('As it would read now'),
      texts: z.record(z.string(), z.string()),
      media: z.record(z.string(), Id),
      confirmUnsubscribed: z.boolean(),
    })
    .nullable(),
  windowOpen: z.boolean().describe('Whether free messages will be allowed then, as far as is known now'),
});
export type ScheduledMessage = z.infer<typeof ScheduledMessage>;

const evenIfClosed = z
  .boolean()
  .default(false)
  .describe(
    'Keep an answer although its time is after the end of the 24-hour window; else `window_will_be_closed`',
  );
const confirmUnsubscribed = z
  .boolean()
  .default(false)
  .describe('Send a marketing template although the contact has unsubscribed by then');
const One = z.object({ id: Id, scheduledId: Id });

export const scheduledContract = {
  scheduled: operation('chats:read', { tool: true })
    .route({
      method: 'GET',
      path: '/conversations/{id}/scheduled',
      summary: 'List the scheduled messages of a conversation',
      description: 'Those that wait, and those that could not be sent when their time came; by time.',
    })
    .input(z.object({ id: Id }))
    .output(z.object({ items: z.array(ScheduledMessage) })),
  schedule: operation('chats:write', { creates: true, tool: true })
    .route({
      method: 'POST',
      path: '/conversations/{id}/scheduled',
      successStatus: 201,
      summary: 'Schedule an answer or a template',
      description:
        'Sent once at its time, when all that sending asks for holds then: the window, no block, consent, and the right of the author to write there. Otherwise it is kept with the reason, and the author is told; also when four hours after its time it is still not sent.',
    })
    .input(
      AnswerShape.extend({
        id: Id,
        sendAt: Instant.describe('In the future, within a year'),
        templateId: Id.optional().describe('An approved template instead of an answer'),
        texts: z
          .record(z.string(), z.string().max(1024))
          .default({})
          .describe('Values of the template by slot'),
        media: z.record(z.string(), Id).default({}).describe('Uploaded files of the template by header'),
        confirmUnsubscribed,
        evenIfClosed,
      }).superRefine((input, context) => {
        if (!input.templateId) checkAnswer(input, context);
        else if (input.text || input.fileId || input.buttons || input.list)
          context.addIssue({
            code: 'custom',
            path: ['text'],
            message: 'Give an answer or a template, not both.',
          });
      }),
    )
    .output(ScheduledMessage),
  reschedule: operation('chats:write')
    .route({
      method: 'PATCH',
      path: '/conversations/{id}/scheduled/{scheduledId}',
      summary: 'Change the time or the text of a scheduled message',
      description: 'It goes in the name of whoever changed it. One that was refused waits again.',
    })
    .input(
      One.extend({
        sendAt: Instant.optional(),
        text: AnswerShape.shape.text.describe('Of an answer only'),
        evenIfClosed,
      }),
    )
    .output(ScheduledMessage),
  sendScheduled: operation('chats:write')
    .route({
      method: 'POST',
      path: '/conversations/{id}/scheduled/{scheduledId}/send',
      summary: 'Send a scheduled message now',
      description: 'In the caller’s name. What stands against it is answered, and it stays as it was.',
    })
    .input(One.extend({ confirmUnsubscribed }))
    .output(Message),
  cancelScheduled: operation('chats:write')
    .route({
      method: 'DELETE',
      path: '/conversations/{id}/scheduled/{scheduledId}',
      summary: 'Cancel a scheduled message',
    })
    .input(One)
    .output(Done),
};
