// Changes many conversations at once: who looks after them, and whether they are read.
import { publishAll } from '#events/publish.ts';
import type { conversationsContract } from '#features/conversations/conversations.contract.ts';
import { tellReadJob } from '#features/conversations/jobs/tell-read.job.ts';
import { readMatching } from '#features/conversations/read-conversations.ts';
import { requireMembers } from '#features/conversations/require-members.ts';
import {
  addEntries,
  setAssigneesOfMany,
  setUnreadOfMany,
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
  if (moved.length === 0) return { count: 0 };
  const people = await call.tx
    .selectFrom('users')
    .select(['id as userId', 'name'])
    .where('id', '=', (eb) => eb.fn.any(eb.val(userIds)))
    .orderBy('name')
    .execute();
  await addEntries(
    call,
    call.actor,
    moved.map(({ id }) => ({ conversationId: id, kind: 'assigned', content: { to: people } })),
  );
  await publishAll(
    call,
    moved.map(({ id, added, removed }) => ({
      name: 'conversation.assigned' as const,
      subjectId: id,
      payload: { added, removed },
    })),
  );
  return tell(
    call,
    moved.map((one) => one.id),
  );
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
