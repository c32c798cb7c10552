// Sends a message that failed once more, as a new one with the same content.
import { publishAll } from '#events/publish.ts';
import type { conversationsContract } from '#features/conversations/conversations.contract.ts';
import { recipientOf, requireOpenWindow } from '#features/conversations/may-write.ts';
import { mayBeSentAgain } from '#features/conversations/message-again.contract.ts';
import { previewOf } from '#features/conversations/preview.ts';
import { readMessage } from '#features/conversations/read-messages.ts';
import { attachFile, mediaForSending, mediaOfMessage } from '#features/media/media.ts';
import { enqueueMessages, noteSentAgain } from '#features/sending/sending.ts';
import { visibleThread } from '#features/threads/threads.ts';
import { conflict } from '#kit/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Handler } from '#operations/handle.ts';
import type { OutgoingContent } from '#whatsapp/outgoing-message.ts';

export const sendAgain: Handler<typeof conversationsContract.sendAgain> = async (call, { id, messageId }) => {
  const thread = await visibleThread(call, id);
  const failed = await readMessage(call, thread, messageId);
  if (!mayBeSentAgain(failed))
    throw conflict(
      'would_fail_again',
      'Only a message that failed can be sent again, once, and not when the same would fail again.',
    );
  await recipientOf(call, thread);
  if (failed.kind !== 'template') requireOpenWindow(call, thread);
  const againId = newId();
  if (!(await noteSentAgain(call, messageId, againId)))
    throw conflict('would_fail_again', 'Somebody sent this message again already.');
  const { shown, ...content } = failed.content;
  const fileId = (await mediaOfMessage(call, messageId))?.fileId;
  const file = fileId ? await mediaForSending(call, thread.numberId, fileId) : undefined;
  await enqueueMessages(call, [
    {
      id: againId,
      numberId: thread.numberId,
      contactId: thread.contactId,
      content: (file ? withMedia(content, file.mediaId) : content) as OutgoingContent,
      ...(shown === undefined ? {} : { shown }),
      preview: previewOf((shown as { body?: string } | undefined)?.body ? bodyOf(shown) : content),
      priority: 0,
      author: call.actor,
      // What a campaign sent goes on to respect what the person wished meanwhile.
      marketing: failed.kind === 'template' && failed.campaignId !== null,
      ...(failed.replyTo && failed.kind !== 'reaction' ? { replyToId: failed.replyTo.id } : {}),
    },
  ]);
  if (file) await attachFile(call, { messageId: againId, mediaId: file.mediaId, fileId: file.fileId });
  await publishAll(call, [
    { name: 'message.changed', subjectId: messageId, payload: { conversationId: thread.id } },
  ]);
  return readMessage(call, thread, againId);
};

function bodyOf(shown: unknown): { type: 'text'; text: string } {
  return { type: 'text', text: (shown as { body: string }).body };
}

type Content = Record<string, unknown>;

/** The file's id at the provider may be another by now; it stands in the message, in its header, or in a template's. */
function withMedia(content: Content, id: string): Content {
  const media = { id };
  if (content.media) return { ...content, media };
  if (content.header) return { ...content, header: { ...content.header, media } };
  const values = content.values as { header?: object } | undefined;
  return values?.header
    ? { ...content, values: { ...values, header: { ...values.header, media } } }
    : content;
}
