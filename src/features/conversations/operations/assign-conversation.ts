// Sets who looks after a conversation.
import { publish } from '#events/publish.ts';
import type { conversationsContract } from '#features/conversations/conversations.contract.ts';
import { readConversation } from '#features/conversations/read-conversations.ts';
import { requireMembers } from '#features/conversations/require-members.ts';
import { addEntries, setAssignees, visibleThread } from '#features/threads/threads.ts';
import type { Handler } from '#operations/handle.ts';

export const assignConversation: Handler<typeof conversationsContract.assign> = async (call, input) => {
  const thread = await visibleThread(call, input.id);
  const userIds = [...new Set(input.userIds)];
  await requireMembers(call, 'userIds', userIds);
  const { added, removed } = await setAssignees(call, thread, userIds);
  if (added.length + removed.length > 0) {
    const { assignees } = await readConversation(call, input.id);
    await addEntries(call, call.actor, [
      { conversationId: thread.id, kind: 'assigned', content: { to: assignees } },
    ]);
    await publish(call, 'conversation.changed', input.id, {});
    await publish(call, 'conversation.assigned', input.id, { added, removed });
  }
  return readConversation(call, input.id);
};
