// Changes many conversations at once: who looks after them, and whether they are read.
import { publishAll } from '#events/publish.ts';
import type { conversationsContract } from '#features/conversations/conversations.contract.ts';
import { tellReadJob } from '#features/conversations/jobs/tell-read.job.ts';
import { readMatching } from '#features/conversations/read-conversations.ts';
import { requireMembers } from '#features/conversations/require-members.ts';
import {
  setAssigneesOfMany,
  setUnreadOfMany,
  tellAssigned,
  visibleThreadIds,
} from '#features/threads/threads.ts';
import { enqueue } from '#jobs/jobs.ts';
import type { Call } from '#operations/call.ts';
import type { Handler } from '#operations/handle.ts';

const MOST_MATCHING = 5_000;

export const listMatching: Handler<typeof conversationsContract.matching> = async (call, filter) => {
  const ids = await readMatching(call, filter, MOST_MATCHING + 1);
  return { ids: ids.slice(0, MOST_MATCHING), isAll: ids.length <= MOST_MATCHING };
};

export const assignMany: Handler<typeof conversationsContract.assignMany> = async (call, input) => {
  const userIds = [...new Set(input.userIds)];
  await requireMembers(call, 'userIds', userIds);
  const moved = await setAssigneesOfMany(call, await visibleThreadIds(call, input.ids), userIds);
  await tellAssigned(call, moved, userIds, input.note);
  return { count: moved.length };
};

export const markManyRead: Handler<typeof conversationsContract.markManyRead> = async (call, { ids }) => {
  const read = await setUnreadOfMany(call, await visibleThreadIds(call, ids), false);
  for (const conversationId of read)
    await enqueue(
      call.tx,
      tellReadJob,
      { workspaceId: call.workspaceId, conversationId },
      { key: `read:${conversationId}` },
    );
  return tell(call, read);
};

export const markManyUnread: Handler<typeof conversationsContract.markManyUnread> = async (call, { ids }) =>
  tell(call, await setUnreadOfMany(call, await visibleThreadIds(call, ids), true));

async function tell(call: Call, ids: readonly string[]): Promise<{ count: number }> {
  await publishAll(
    call,
    ids.map((subjectId) => ({ name: 'conversation.changed' as const, subjectId, payload: {} })),
  );
  return { count: ids.length };
}
