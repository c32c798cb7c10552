// Answers in a conversation: text, an uploaded file, buttons or a list; quoting a message or not.
import { addressedMessage } from '#features/conversations/addressed-message.ts';
import { composeContent } from '#features/conversations/compose-content.ts';
import type { conversationsContract } from '#features/conversations/conversations.contract.ts';
import { recipientOf, requireOpenWindow } from '#features/conversations/may-write.ts';
import { previewOf } from '#features/conversations/preview.ts';
import { readMessage } from '#features/conversations/read-messages.ts';
import { sentBefore } from '#features/conversations/sent-before.ts';
import { attachFile, mediaForSending } from '#features/media/media.ts';
import { enqueueMessages } from '#features/sending/sending.ts';
import { visibleThread } from '#features/threads/threads.ts';
import type { Handler } from '#operations/handle.ts';

export const sendMessage: Handler<typeof conversationsContract.send> = async (call, input) => {
  const thread = await visibleThread(call, input.id);
  const before = input.messageId ? await sentBefore(call, thread, input.messageId) : undefined;
  if (before) return before;
  await recipientOf(call, thread);
  requireOpenWindow(call, thread);
  if (input.replyToId) await addressedMessage(call, thread, input.replyToId);
  const file = input.fileId ? await mediaForSending(call, thread.numberId, input.fileId) : undefined;
  const content = composeContent(input, file);
  const [message] = await enqueueMessages(call, [
    {
      numberId: thread.numberId,
      contactId: thread.contactId,
      content,
      preview: previewOf(content),
      priority: 0,
      author: call.actor,
      ...(input.messageId ? { id: input.messageId } : {}),
      ...(input.replyToId ? { replyToId: input.replyToId } : {}),
    },
  ]);
  if (file) await attachFile(call, { messageId: message!.id, mediaId: file.mediaId, fileId: file.fileId });
  return readMessage(call, thread, message!.id);
};
