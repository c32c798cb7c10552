// Mails a person who is away what they have not read: one mail for all, not too often, never in quiet hours.
import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '#db/database.ts';
import { lastPresent } from '#features/notifications/attention.store.ts';
import { writeDigest } from '#features/notifications/digest-letter.ts';
import { digestMoment } from '#features/notifications/hearing/digest-moment.ts';
import { listenerOf } from '#features/notifications/listener.ts';
import {
  defaultPreferences,
  findPreferences,
  lockCalls,
  noteCalled,
} from '#features/notifications/notification-preferences.store.ts';
import { noteTold } from '#features/notifications/notifications.store.ts';
import { readNotifications } from '#features/notifications/read-notifications.ts';
import { sendLetter } from '#features/people/people.ts';
import { defineJob, enqueue } from '#jobs/jobs.ts';
import { now } from '#kit/clock.ts';
import type { Services } from '#operations/services.ts';

const MOST = 50;
const Digest = z.object({ workspaceId: z.uuid(), userId: z.uuid() });

export const digestJob = defineJob({
  name: 'notifications.digest',
  payload: Digest,
  async run(services, payload) {
    if (!services.mail.ready) return;
    await services.db.inWorkspace(payload.workspaceId, (tx) => mailDigest(services, tx, payload));
  },
});

async function mailDigest(
  services: Services,
  tx: Tx,
  { workspaceId, userId }: z.infer<typeof Digest>,
): Promise<void> {
  const call = { tx, workspaceId, services, now: now() };
  const listener = await listenerOf(tx, workspaceId, userId);
  if (!listener) return;
  const { mailedAt } = await lockCalls(tx, workspaceId, userId);
  const unread = await readNotifications(
    listener,
    'mail',
    sql`n.read_at is null and n.mailed_count < n.count`,
    MOST,
  );
  const oldest = unread.at(-1);
  if (!oldest) return;
  const preferences =
    (await findPreferences(tx, [userId])).get(userId) ?? defaultPreferences(listener.timeZone);
  const presentAt = await lastPresent(call, userId);
  const at = digestMoment(preferences, { now: call.now, oldest: new Date(oldest.at), presentAt, mailedAt });
  if (at === null) return;
  if (at > call.now) {
    const key = `notifications.digest:${workspaceId}:${userId}:${at.getTime()}`;
    await enqueue(tx, digestJob, { workspaceId, userId }, { key, runAt: at });
    return;
  }
  await noteTold(
    call,
    unread.map(({ id }) => id),
    'mailed_count',
  );
  await noteCalled(tx, workspaceId, userId, { mailed_at: call.now });
  const letter = writeDigest(listener, unread, preferences.preview, services.publicUrl);
  await sendLetter(call, listener, () => letter);
}
