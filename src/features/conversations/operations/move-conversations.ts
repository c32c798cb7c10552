// Closes conversations, opens them again, or puts them out of sight for a while; many at once.
import { publishAll } from '#events/publish.ts';
import type { conversationsContract } from '#features/conversations/conversations.contract.ts';
import { wakeJob } from '#features/conversations/jobs/wake.job.ts';
import {
  addEntries,
  bringBack,
  closeThreads,
  type NewEntry,
  snoozeThreads,
  visibleThreadIds,
} from '#features/threads/threads.ts';
import { enqueue } from '#jobs/jobs.ts';
import { badInput } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';
import type { Handler } from '#operations/handle.ts';

const YEAR_MS = 366 * 86_400_000;

export const closeConversations: Handler<typeof conversationsContract.close> = async (call, input) => {
  const reason = input.reason ?? null;
  const closed = await closeThreads(call, await visibleThreadIds(call, input.ids), reason);
  return note(
    call,
    closed.map((conversationId) => ({ conversationId, kind: 'closed', content: { reason } })),
  );
};

export const reopenConversations: Handler<typeof conversationsContract.reopen> = async (call, input) => {
  const { reopened, woken } = await bringBack(call, await visibleThreadIds(call, input.ids), call.actor);
  return tell(call, [...new Set([...reopened, ...woken])]);
};

export const snoozeConversations: Handler<typeof conversationsContract.snooze> = async (call, input) => {
  const until = new Date(input.until);
  const ahead = until.getTime() - call.now.getTime();
  if (ahead <= 0 || ahead > YEAR_MS)
    throw badInput([{ path: 'until', message: 'Choose a time in the future, within a year.' }]);
  const snoozed = await snoozeThreads(call, await visibleThreadIds(call, input.ids), until);
  if (snoozed.length > 0)
    await enqueue(call.tx, wakeJob, { workspaceId: call.workspaceId, ids: snoozed }, { runAt: until });
  return note(
    call,
    snoozed.map((conversationId) => ({
      conversationId,
      kind: 'snoozed',
      content: { until: until.toISOString() },
    })),
  );
};

async function note(call: Call, entries: readonly NewEntry[]): Promise<{ count: number }> {
  await addEntries(call, call.actor, entries);
  return tell(
    call,
    entries.map((entry) => entry.conversationId),
  );
}

async function tell(call: Call, ids: readonly string[]): Promise<{ count: number }> {
  await publishAll(
    call,
    ids.map((subjectId) => ({ name: 'conversation.changed' as const, subjectId, payload: {} })),
  );
  return { count: ids.length };
}
