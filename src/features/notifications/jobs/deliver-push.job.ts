// Brings what was chosen to one device, again while its push service is away; a device that is gone is forgotten.
import { sql } from 'kysely';
import { z } from 'zod';
import { isUrgent } from '#features/notifications/kinds.contract.ts';
import { listenerOf } from '#features/notifications/listener.ts';
import { findPreferences } from '#features/notifications/notification-preferences.store.ts';
import type { Notification } from '#features/notifications/notifications.contract.ts';
import { openAddress } from '#features/notifications/push/device-address.ts';
import { findDevice, notePushed, removeDevice } from '#features/notifications/push/push-devices.store.ts';
import { type PushMessage, sendPush } from '#features/notifications/push/send-push.ts';
import { countUnread, readNotifications } from '#features/notifications/read-notifications.ts';
import { pathOf, summaryWords, wordsOf } from '#features/notifications/words.contract.ts';
import type { Language } from '#features/people/language.contract.ts';
import { defineJob } from '#jobs/jobs.ts';
import { now } from '#kit/clock.ts';
import type { Services } from '#operations/services.ts';

/** More than these are pushed as one number. */
const MOST_SINGLE = 3;

const Delivery = z.object({
  workspaceId: z.uuid(),
  userId: z.uuid(),
  deviceId: z.uuid(),
  ids: z.array(z.uuid()),
});

export const deliverPushJob = defineJob({
  name: 'notifications.deliver_push',
  payload: Delivery,
  maxAttempts: 5,
  async run(services, delivery) {
    const { db } = services;
    const device = await findDevice(db.kysely, delivery.userId, delivery.deviceId);
    if (!device) return;
    const address = openAddress(services, device.sealed);
    for (const { message, urgent } of await composePushes(services, delivery)) {
      const outcome = await sendPush(services, address, message, urgent);
      if (outcome === 'later') throw new Error('The push service is away');
      if (outcome === 'gone') return void (await removeDevice(db.kysely, delivery.userId, device.id));
      if (outcome === 'sent') await notePushed(db.kysely, device.id, now());
    }
  },
});

type Push = { message: PushMessage; urgent: boolean };

/** Read anew: what was read or withdrawn meanwhile is not pushed. */
async function composePushes(
  { db }: Services,
  { workspaceId, userId, ids }: z.infer<typeof Delivery>,
): Promise<Push[]> {
  return db.inWorkspace(workspaceId, async (tx) => {
    const listener = await listenerOf(tx, workspaceId, userId);
    if (!listener) return [];
    const notifications = await readNotifications(
      listener,
      'push',
      sql`n.read_at is null and n.id = any(${ids}::uuid[])`,
      ids.length,
    );
    const preview = (await findPreferences(tx, [userId])).get(userId)?.preview ?? false;
    const { unread } = await countUnread(listener, 1_000);
    const own = { workspaceId, unread };
    if (notifications.length > MOST_SINGLE)
      return [
        {
          message: { ...summaryOf(notifications, listener.language), ...own },
          urgent: notifications.some(({ kind }) => isUrgent(kind)),
        },
      ];
    return notifications.toReversed().map((each) => ({
      message: { ...shown(each, listener.language, preview), ...own },
      urgent: isUrgent(each.kind),
    }));
  });
}

function shown(notification: Notification, language: Language, preview: boolean) {
  const { title, body } = wordsOf(notification, language, preview);
  return { title, body: body ?? '', tag: notification.id, path: pathOf(notification) };
}

function summaryOf(notifications: readonly Notification[], language: Language) {
  const count = notifications.reduce((sum, each) => sum + each.count, 0);
  return { title: summaryWords(count, language), body: '', tag: 'summary', path: '/inbox' };
}
