// Tells all that is known of a message that was sent.
import type { conversationsContract } from '#features/conversations/conversations.contract.ts';
import { readMessage } from '#features/conversations/read-messages.ts';
import { readHistory } from '#features/sending/sending.ts';
import { visibleThread } from '#features/threads/threads.ts';
import { notFound } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';

export const messageHistory: Handler<typeof conversationsContract.messageHistory> = async (
  call,
  { id, messageId },
) => {
  // It must be one of a conversation that the caller may see.
  const message = await readMessage(call, await visibleThread(call, id), messageId);
  const history = await readHistory(call, message.id);
  if (!history) throw notFound('message');
  return history;
};
