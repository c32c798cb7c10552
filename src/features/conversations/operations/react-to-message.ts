// Reacts to a message with an emoji, or takes our reaction back.
import { addressedMessage, ourReactionTo } from '#features/conversations/addressed-message.ts';
import type { conversationsContract } from '#features/conversations/conversations.contract.ts';
import { recipientOf, requireOpenWindow } from '#features/conversations/may-write.ts';
import { previewOf } from '#features/conversations/preview.ts';
import { readMessage } from '#features/conversations/read-messages.ts';
import { enqueueMessages } from '#features/sending/sending.ts';
import { visibleThread } from '#features/threads/threads.ts';
import { conflict } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';
import { REACTION_DAYS } from '#whatsapp/interactive-limits.ts';

export const reactToMessage: Handler<typeof conversationsContract.react> = async (call, input) => {
  const thread = await visibleThread(call, input.id);
  await recipientOf(call, thread);
  requireOpenWindow(call, thread);
  const target = await addressedMessage(call, thread, input.messageId);
  if (call.now.getTime() - target.at.getTime() > REACTION_DAYS * 86_400_000)
    throw conflict(
      'reaction_too_late',
      `WhatsApp takes reactions to messages of the last ${REACTION_DAYS} days.`,
    );
  const emoji = input.emoji || null;
  // Repeating a reaction changes nothing on the phone, and every message costs a place in the queue.
  const ours = await ourReactionTo(call, thread, target);
  if (ours?.emoji && ours.emoji === emoji) return readMessage(call, thread, ours.id);
  if (!ours?.emoji && emoji === null)
    throw conflict('reaction_missing', 'There is no reaction of ours to take back.');
  const content = { type: 'reaction', messageId: target.providerId, emoji } as const;
  const [message] = await enqueueMessages(call, [
    {
      numberId: thread.numberId,
      contactId: thread.contactId,
      content,
      preview: previewOf({ ...content }),
      priority: 0,
      author: call.actor,
      replyToId: target.id,
    },
  ]);
  return readMessage(call, thread, message!.id);
};
