// Events of conversations: messages, what the team does with them, and its notes.
import { z } from 'zod';
import { event, nothing } from './event-description.ts';

export const conversationEvents = {
  'message.received': event({
    title: 'Message received',
    description: 'A customer wrote, tapped a button or sent a file.',
    payload: z.object({
      conversationId: z.uuid(),
      contactId: z.uuid(),
      numberId: z.uuid(),
      kind: z.string().describe('text, image, template_button, …'),
      replyToId: z.uuid().nullable().describe('Our message that it answers, when it says so'),
    }),
    example: {
      conversationId: '0198c0de-0000-7000-8000-000000000001',
      contactId: '0198c0de-0000-7000-8000-000000000002',
      numberId: '0198c0de-0000-7000-8000-000000000003',
      kind: 'text',
      replyToId: null,
    },
    visibleTo: 'chats:read',
  }),
  'message.changed': event({
    title: 'Message changed',
    description:
      'The file of a message arrived, it was edited or withdrawn, or somebody wrote it in the phone app.',
    payload: z.object({ conversationId: z.uuid() }),
    example: { conversationId: '0198c0de-0000-7000-8000-000000000001' },
    visibleTo: 'chats:read',
  }),
  'conversation.changed': event({
    title: 'Conversation changed',
    description: 'A conversation was read, assigned, opened, closed, snoozed or opened again.',
    payload: nothing,
    example: {},
    visibleTo: 'chats:read',
  }),
  'conversation.assigned': event({
    title: 'Conversation assigned',
    description: 'People were made, or are no longer, those who look after a conversation.',
    payload: z.object({
      added: z.array(z.uuid()).describe('People who look after it from now on'),
      removed: z.array(z.uuid()).describe('People who no longer do'),
      note: z.string().optional().describe('What the next one should know, where somebody wrote it'),
    }),
    example: { added: ['0198c0de-0000-7000-8000-000000000004'], removed: [] },
    visibleTo: 'chats:read',
  }),
  'conversation.woken': event({
    title: 'Conversation woken',
    description: 'A snoozed conversation is back in the inbox.',
    payload: z.object({ by: z.enum(['time', 'customer', 'team']).describe('What brought it back') }),
    example: { by: 'time' },
    visibleTo: 'chats:read',
  }),
  'note.added': event({
    title: 'Note added',
    description: 'Somebody of the team wrote a note into a conversation; the subject is the conversation.',
    payload: z.object({
      conversationId: z.uuid(),
      noteId: z.uuid(),
      mentions: z.array(z.uuid()).describe('People named in it'),
    }),
    example: {
      conversationId: '0198c0de-0000-7000-8000-000000000001',
      noteId: '0198c0de-0000-7000-8000-000000000005',
      mentions: ['0198c0de-0000-7000-8000-000000000004'],
    },
    visibleTo: 'chats:read',
  }),
  'scheduled_message.refused': event({
    title: 'Scheduled message not sent',
    description: 'The time of a scheduled message came and it could not be sent; the subject is the message.',
    payload: z.object({
      conversationId: z.uuid(),
      authorId: z.uuid().nullable().describe('The person in whose name it was to go'),
      code: z.string().describe('Why: the code of the refusal'),
    }),
    example: {
      conversationId: '0198c0de-0000-7000-8000-000000000001',
      authorId: '0198c0de-0000-7000-8000-000000000004',
      code: 'window_closed',
    },
    visibleTo: 'chats:read',
  }),
  'message.state_changed': event({
    title: 'Message moved on',
    description: 'A message that was sent outside campaigns was accepted, delivered, read or failed.',
    payload: z.object({ conversationId: z.uuid(), state: z.string() }),
    example: { conversationId: '0198c0de-0000-7000-8000-000000000001', state: 'delivered' },
    visibleTo: 'chats:read',
  }),
} as const;
