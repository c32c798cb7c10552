// Marks a conversation as read, also for the customer: the latest message of theirs gets blue ticks.
import { publish } from '#events/publish.ts';
import type { conversationsContract } from '#features/conversations/conversations.contract.ts';
import { tellReadJob } from '#features/conversations/jobs/tell-read.job.ts';
import { setUnread, visibleThread } from '#features/threads/threads.ts';
import { enqueue } from '#jobs/jobs.ts';
import type { Handler } from '#operations/handle.ts';
import { done } from '#operations/operation.ts';

export const markRead: Handler<typeof conversationsContract.markRead> = async (call, { id }) => {
  const thread = await visibleThread(call, id);
  if ((await setUnread(call, thread, 0)) === 0) return done;
  await enqueue(
    call.tx,
    tellReadJob,
    { workspaceId: call.workspaceId, conversationId: id },
    { key: `read:${id}` },
  );
  await publish(call, 'conversation.changed', id, {});
  return done;
};
