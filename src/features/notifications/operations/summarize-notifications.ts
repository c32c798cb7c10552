// Counts the person's own unread notifications, for the bell and the badge.
import type { notificationsContract } from '#features/notifications/notifications.contract.ts';
import { countUnread } from '#features/notifications/read-notifications.ts';
import { personOf } from '#operations/call.ts';
import type { Handler } from '#operations/handle.ts';
import { iso } from '#operations/operation.ts';

const MOST = 1_000;

export const summarizeNotifications: Handler<typeof notificationsContract.summary> = async (call) => {
  const { unread, chimeAt } = await countUnread({ ...call, userId: personOf(call) }, MOST);
  return { unread, chimeAt: iso(chimeAt) };
};
