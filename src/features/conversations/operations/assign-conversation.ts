// Sets who looks after a conversation.
import type { conversationsContract } from '#features/conversations/conversations.contract.ts';
import { readConversation } from '#features/conversations/read-conversations.ts';
import { requireMembers } from '#features/conversations/require-members.ts';
import {
  setAssigneesOfMany,
  tellAssigned,
  visibleThread,
  visibleThreadIds,
} from '#features/threads/threads.ts';
import type { Handler } from '#operations/handle.ts';

export const assignConversation: Handler<typeof conversationsContract.assign> = async (call, input) => {
  const thread = await visibleThread(call, input.id);
  const userIds = [...new Set(input.userIds)];
  await requireMembers(call, 'userIds', userIds);
  const moved = await setAssigneesOfMany(call, await visibleThreadIds(call, [thread.id]), userIds);
  await tellAssigned(call, moved, userIds, input.note);
  return readConversation(call, input.id);
};
