// Notes what a tab of the person shows; a conversation that they look at has nothing more to tell.
import { raise } from '#events/signals.ts';
import { noteAttention } from '#features/notifications/attention.store.ts';
import { NOTIFIED_SIGNAL } from '#features/notifications/jobs/gather.job.ts';
import type { notificationsContract } from '#features/notifications/notifications.contract.ts';
import { markSeen } from '#features/notifications/notifications.store.ts';
import { personOf } from '#operations/call.ts';
import type { Handler } from '#operations/handle.ts';
import { done } from '#operations/operation.ts';

export const attend: Handler<typeof notificationsContract.attend> = async (call, attention) => {
  const userId = personOf(call);
  if (!(await noteAttention(call, userId, attention))) return done;
  const { focused, conversationId } = attention;
  if (focused && conversationId !== null && (await markSeen(call, userId, conversationId)) > 0)
    call.afterCommit(() => raise(call.services.db, NOTIFIED_SIGNAL, [`${call.workspaceId}:${userId}`]));
  return done;
};
