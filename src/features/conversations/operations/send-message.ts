// Answers in a conversation: text, or a file that was uploaded for it.
import type { conversationsContract } from '#features/conversations/conversations.contract.ts';
import { recipientOf, requireOpenWindow } from '#features/conversations/may-write.ts';
import { previewOf } from '#features/conversations/preview.ts';
import { readMessage } from '#features/conversations/read-messages.ts';
import { attachFile, mediaForSending } from '#features/media/media.ts';
import { enqueueMessages } from '#features/sending/sending.ts';
import { visibleThread } from '#features/threads/threads.ts';
import type { Handler } from '#operations/handle.ts';
import type { OutgoingContent } from '#whatsapp/outgoing-message.ts';

export const sendMessage: Handler<typeof conversationsContract.send> = async (call, input) => {
  const thread = await visibleThread(call, input.id);
  await recipientOf(call, thread);
  requireOpenWindow(call, thread);
  if (input.replyToId) await readMessage(call, thread, input.replyToId);
  const file = input.fileId ? await mediaForSending(call, thread.numberId, input.fileId) : undefined;
  const content = file ? mediaContent(file, input.text) : ({ type: 'text', text: input.text ?? '' } as const);
  const [message] = await enqueueMessages(call, [
    {
      numberId: thread.numberId,
      contactId: thread.contactId,
      content,
      preview: previewOf(content),
      priority: 0,
      author: call.actor,
      ...(input.replyToId ? { replyToId: input.replyToId } : {}),
    },
  ]);
  if (file) await attachFile(call, { messageId: message!.id, mediaId: file.mediaId, fileId: file.fileId });
  return readMessage(call, thread, message!.id);
};

function mediaContent(
  file: { mediaId: string; name: string; kind: 'image' | 'video' | 'audio' | 'document' | 'sticker' },
  caption: string | undefined,
): OutgoingContent {
  const media = { id: file.mediaId };
  const words = caption ? { caption } : {};
  switch (file.kind) {
    case 'image':
    case 'video':
      return { type: file.kind, media, ...words };
    case 'document':
      return { type: 'document', media, fileName: file.name, ...words };
    default:
      return { type: file.kind, media };
  }
}
