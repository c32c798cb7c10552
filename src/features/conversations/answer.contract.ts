// What may be asked about writing to a customer: answers of every kind, reactions, templates by hand.
import { z } from 'zod';
import { Id, operation } from '#operations/operation.ts';
import { ANSWER_LIMITS, answerFaults, isOneEmoji } from '#whatsapp/interactive-limits.ts';
import { Message } from './conversation-shapes.contract.ts';

const words = (most: number) => z.string().trim().min(1).max(most);

export const ReplyButton = z.object({
  id: words(ANSWER_LIMITS.buttonId)
    .optional()
    .describe('Comes back with the answer; by default its place from 1'),
  title: words(ANSWER_LIMITS.buttonTitle).describe('Different from the others'),
});

export const ReplyList = z.object({
  button: words(ANSWER_LIMITS.listButton).describe('What opens the list'),
  sections: z
    .array(
      z.object({
        title: words(ANSWER_LIMITS.sectionTitle)
          .optional()
          .describe('Needed when there are several sections'),
        rows: z
          .array(
            z.object({
              id: words(ANSWER_LIMITS.rowId)
                .optional()
                .describe('Comes back with the answer; by default its place from 1'),
              title: words(ANSWER_LIMITS.rowTitle),
              description: words(ANSWER_LIMITS.rowDescription).optional(),
            }),
          )
          .min(1)
          .max(ANSWER_LIMITS.rows),
      }),
    )
    .min(1)
    .max(ANSWER_LIMITS.sections)
    .describe('At most ten rows in all'),
});

/** What an answer holds, whoever sends it and whenever; its rules are those of `answerFaults`. */
export const AnswerShape = z.object({
  text: z
    .string()
    .trim()
    .max(ANSWER_LIMITS.text)
    .optional()
    .describe('The text, or the caption of the file (1,024 characters)'),
  fileId: Id.optional().describe('Uploaded file'),
  voiceNote: z
    .boolean()
    .optional()
    .describe('Shows the file as a voice note: audio/ogg with Opus, one channel'),
  replyToId: Id.optional().describe('Message of this conversation to quote'),
  buttons: z
    .array(ReplyButton)
    .min(1)
    .max(ANSWER_LIMITS.buttons)
    .optional()
    .describe('Reply buttons under the text'),
  list: ReplyList.optional().describe('A list under the text, opened by a button'),
  header: words(ANSWER_LIMITS.header).optional().describe('Heading of a message with buttons or a list'),
  footer: words(ANSWER_LIMITS.footer).optional().describe('Small print of a message with buttons or a list'),
});
export type AnswerShape = z.infer<typeof AnswerShape>;

/** Adds a problem for each rule that the answer breaks. */
export function checkAnswer(answer: AnswerShape, context: z.RefinementCtx): void {
  for (const { path, message } of answerFaults(answer))
    context.addIssue({ code: 'custom', path: path.split('.'), message });
}

export const answerContract = {
  send: operation('chats:write', { creates: true, tool: true })
    .route({
      method: 'POST',
      path: '/conversations/{id}/messages',
      successStatus: 201,
      summary: 'Answer within 24 hours of the customer’s last message',
      description:
        'Text, a file that was uploaded to /conversations/{id}/files, up to three buttons, or a list. Refused with ' +
        '`window_closed` afterwards: send a template then.',
    })
    .input(
      AnswerShape.extend({
        id: Id,
        messageId: Id.optional().describe(
          'Id that the message is to have, chosen by the caller (UUIDv7): it is sent once, however often it is asked for',
        ),
      }).superRefine(checkAnswer),
    )
    .output(Message),
  react: operation('chats:write', { tool: true })
    .route({
      method: 'PUT',
      path: '/conversations/{id}/messages/{messageId}/reaction',
      summary: 'React to a message with an emoji, or take the reaction back',
      description:
        'Within 24 hours of the customer’s last message, to messages of the last 30 days. Answers the reaction.',
    })
    .input(
      z.object({
        id: Id,
        messageId: Id,
        emoji: z
          .string()
          .max(40)
          .refine((text) => text === '' || isOneEmoji(text), 'Give one emoji; an empty text takes it back.')
          .describe('One emoji; empty: takes the reaction back'),
      }),
    )
    .output(Message),
  sendTemplate: operation('chats:write', { creates: true, tool: true })
    .route({
      method: 'POST',
      path: '/conversations/{id}/templates',
      successStatus: 201,
      summary: 'Send an approved template in a conversation',
      description:
        'Allowed at any time. Values come from the contact unless given. A marketing template to somebody who ' +
        'unsubscribed is refused with `contact_unsubscribed` unless that is confirmed.',
    })
    .input(
      z.object({
        id: Id,
        templateId: Id,
        texts: z
          .record(z.string(), z.string().max(1024))
          .default({})
          .describe('Values by slot, e.g. {"body.1": "Anna"}; the template’s own sources fill the rest'),
        media: z
          .record(z.string(), Id)
          .default({})
          .describe('Uploaded files by header, e.g. {"header": …}, in place of the template’s own'),
        confirmUnsubscribed: z
          .boolean()
          .default(false)
          .describe('Send marketing although the contact unsubscribed'),
      }),
    )
    .output(Message),
};
