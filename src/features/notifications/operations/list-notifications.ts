// Lists the person's own notifications, latest first.
import { sql } from 'kysely';
import type { notificationsContract } from '#features/notifications/notifications.contract.ts';
import { readNotifications } from '#features/notifications/read-notifications.ts';
import { decodeCursor, toPage } from '#kit/paging.ts';
import { personOf } from '#operations/call.ts';
import type { Handler } from '#operations/handle.ts';

export const listNotifications: Handler<typeof notificationsContract.list> = async (
  call,
  { limit, cursor, show },
) => {
  const listener = { ...call, userId: personOf(call) };
  const conditions = [show === 'unread' ? sql<boolean>`n.read_at is null` : sql<boolean>`true`];
  if (cursor) {
    const [at, id] = decodeCursor(cursor, ['instant', 'id']);
    conditions.push(sql`(n.at, n.id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  const rows = await readNotifications(listener, 'app', sql`${sql.join(conditions, sql` and `)}`, limit + 1);
  return toPage(rows, limit, (row) => [row.at, row.id]);
};
