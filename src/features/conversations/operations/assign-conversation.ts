// Sets who looks after a conversation.
import { publish } from '#events/publish.ts';
import type { conversationsContract } from '#features/conversations/conversations.contract.ts';
import { readConversation } from '#features/conversations/read-conversations.ts';
import { setAssignees, visibleThread } from '#features/threads/threads.ts';
import { badInput } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';

export const assignConversation: Handler<typeof conversationsContract.assign> = async (call, input) => {
  const thread = await visibleThread(call, input.id);
  const userIds = [...new Set(input.userIds)];
  if (userIds.length > 0) {
    const members = await call.tx
      .selectFrom('memberships')
      .select('user_id')
      .where('workspace_id', '=', call.workspaceId)
      .where('user_id', 'in', userIds)
      .execute();
    if (members.length < userIds.length)
      throw badInput([{ path: 'userIds', message: 'One of these people does not belong to the workspace.' }]);
  }
  if (await setAssignees(call, thread, userIds)) await publish(call, 'conversation.changed', input.id, {});
  return readConversation(call, input.id);
};
