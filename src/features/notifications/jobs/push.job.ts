// Chooses what is pushed to a person now: nothing while they are here, and not too often.
import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '#db/database.ts';
import { isPresent } from '#features/notifications/attention.store.ts';
import { listenerOf } from '#features/notifications/listener.ts';
import { lockCalls, noteCalled } from '#features/notifications/notification-preferences.store.ts';
import { noteTold } from '#features/notifications/notifications.store.ts';
import { isSignedIn, listDevices } from '#features/notifications/push/push-devices.store.ts';
import { readNotifications } from '#features/notifications/read-notifications.ts';
import { defineJob, enqueue } from '#jobs/jobs.ts';
import { now } from '#kit/clock.ts';
import { deliverPushJob } from './deliver-push.job.ts';

/** Pushes to one person in one workspace keep this distance. */
const PAUSE_MS = 10_000;
const MOST_READ = 100;
/** Older ones are no news, such as those from before the person turned pushes on. */
const FRESH_MS = 3_600_000;

const PushPayload = z.object({ workspaceId: z.uuid(), userId: z.uuid() });

export const pushJob = defineJob({
  name: 'notifications.push',
  payload: PushPayload,
  async run({ db }, payload) {
    await db.inWorkspace(payload.workspaceId, (tx) => choosePushes(tx, payload));
  },
});

/** What is chosen counts as pushed in the same transaction: a device may miss one, never gets one twice. */
async function choosePushes(tx: Tx, { workspaceId, userId }: z.infer<typeof PushPayload>): Promise<void> {
  const call = { tx, workspaceId, now: now() };
  const listener = await listenerOf(tx, workspaceId, userId);
  if (!listener) return;
  const { pushedAt } = await lockCalls(tx, workspaceId, userId);
  const waiting = await readNotifications(
    listener,
    'push',
    sql`n.read_at is null and n.pushed_count < n.count and n.at > ${new Date(call.now.getTime() - FRESH_MS)}`,
    MOST_READ,
  );
  if (waiting.length === 0) return;
  const next = pushedAt && new Date(pushedAt.getTime() + PAUSE_MS);
  if (next && next > call.now) {
    const key = `notifications.push:${workspaceId}:${userId}:${next.getTime()}`;
    await enqueue(tx, pushJob, { workspaceId, userId }, { key, runAt: next });
    return;
  }
  const ids = waiting.map(({ id }) => id);
  await noteTold(call, ids, 'pushed_count');
  if ((await isPresent(call, userId)) || !(await isSignedIn(tx, userId, call.now))) return;
  const devices = await listDevices(tx, userId);
  if (devices.length === 0) return;
  await noteCalled(tx, workspaceId, userId, { pushed_at: call.now });
  for (const { id: deviceId } of devices)
    await enqueue(tx, deliverPushJob, { workspaceId, userId, deviceId, ids });
}
