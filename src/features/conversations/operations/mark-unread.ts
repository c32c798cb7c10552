// Marks a conversation as unread, for coming back to it.
import { publish } from '#events/publish.ts';
import type { conversationsContract } from '#features/conversations/conversations.contract.ts';
import { setUnread, visibleThread } from '#features/threads/threads.ts';
import type { Handler } from '#operations/handle.ts';
import { done } from '#operations/operation.ts';

export const markUnread: Handler<typeof conversationsContract.markUnread> = async (call, { id }) => {
  const thread = await visibleThread(call, id);
  if (thread.unreadCount > 0) return done;
  await setUnread(call, thread, 1);
  await publish(call, 'conversation.changed', id, {});
  return done;
};
