// Marks some or all of the person's own notifications as read.
import { raise } from '#events/signals.ts';
import { NOTIFIED_SIGNAL } from '#features/notifications/jobs/gather.job.ts';
import type { notificationsContract } from '#features/notifications/notifications.contract.ts';
import { markPersonsRead } from '#features/notifications/notifications.store.ts';
import { personOf } from '#operations/call.ts';
import type { Handler } from '#operations/handle.ts';

export const markNotificationsRead: Handler<typeof notificationsContract.markRead> = async (
  call,
  { ids },
) => {
  const userId = personOf(call);
  const count = await markPersonsRead(call, userId, ids ?? null);
  // The person's other tabs and devices look again.
  if (count > 0)
    call.afterCommit(() => raise(call.services.db, NOTIFIED_SIGNAL, [`${call.workspaceId}:${userId}`]));
  return { count };
};
