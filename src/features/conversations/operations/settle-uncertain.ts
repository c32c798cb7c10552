// Decides about a message of which nobody knows whether it left: sent again, or left.
import { raise } from '#events/signals.ts';
import type { conversationsContract } from '#features/conversations/conversations.contract.ts';
import { recipientOf, requireOpenWindow } from '#features/conversations/may-write.ts';
import { readMessage } from '#features/conversations/read-messages.ts';
import { audit } from '#features/people/people.ts';
import { SEND_SIGNAL, settleUncertain } from '#features/sending/sending.ts';
import { visibleThread } from '#features/threads/threads.ts';
import { conflict } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';

export const settleUncertainMessage: Handler<typeof conversationsContract.settleUncertain> = async (
  call,
  { id, messageId, decision },
) => {
  const thread = await visibleThread(call, id);
  const message = await readMessage(call, thread, messageId);
  if (message.state !== 'uncertain')
    throw conflict('message_certain', 'It is known by now what became of this message.');
  if (decision === 'send_again') {
    await recipientOf(call, thread);
    if (message.kind !== 'template') requireOpenWindow(call, thread);
  }
  const settled = await settleUncertain(call, [messageId], decision);
  if (settled.length > 0) {
    await audit.record(call, {
      action: `message.uncertain_${decision === 'leave' ? 'left' : 'sent_again'}`,
      subjectType: 'message',
      subjectId: messageId,
    });
    call.afterCommit(() => raise(call.services.db, SEND_SIGNAL, [thread.numberId]));
  }
  return readMessage(call, thread, messageId);
};
