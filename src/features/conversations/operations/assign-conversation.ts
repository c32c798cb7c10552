// Sets who looks after a conversation.
import { publish } from '#events/publish.ts';
import type { conversationsContract } from '#features/conversations/conversations.contract.ts';
import { readConversation } from '#features/conversations/read-conversations.ts';
import { setAssignees, visibleThread } from '#features/threads/threads.ts';
import { badInput } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';
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
  const before = await assigneesOf(call, input.id);
  if (await setAssignees(call, thread, userIds)) {
    await publish(call, 'conversation.changed', input.id, {});
    await publish(call, 'conversation.assigned', input.id, {
      added: userIds.filter((id) => !before.includes(id)),
      removed: before.filter((id) => !userIds.includes(id)),
    });
  }
  return readConversation(call, input.id);
};

async function assigneesOf(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  conversationId: string,
): Promise<string[]> {
  const rows = await call.tx
    .selectFrom('conversation_assignees')
    .select('user_id')
    .where('workspace_id', '=', call.workspaceId)
    .where('conversation_id', '=', conversationId)
    .execute();
  return rows.map((row) => row.user_id);
}
