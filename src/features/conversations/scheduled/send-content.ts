// Writes the message that a scheduled one stands for, with all that sending asks for, and takes it off the list.
import type { Message } from '#features/conversations/conversation-shapes.contract.ts';
import { sendMessage } from '#features/conversations/operations/send-message.ts';
import { sendTemplate } from '#features/conversations/operations/send-template.ts';
import type { Call } from '#operations/call.ts';
import { deleteScheduled, type ScheduledRow } from './scheduled.store.ts';

/** The row must be locked. Throws what sending throws, before anything is written. */
export async function sendContent(
  call: Call,
  { id, conversationId, content }: Pick<ScheduledRow, 'id' | 'conversationId' | 'content'>,
): Promise<Message> {
  const message =
    'answer' in content
      ? await sendMessage(call, { ...content.answer, id: conversationId, messageId: id })
      : await sendTemplate(call, { ...content, id: conversationId });
  await deleteScheduled(call, id);
  return message;
}
