// Every night, removes notifications that nobody will look for, and devices that have not been seen for long.
import { z } from 'zod';
import { forgetAttention } from '#features/notifications/attention.store.ts';
import { forgetNotifications } from '#features/notifications/notifications.store.ts';
import { forgetDevices } from '#features/notifications/push/push-devices.store.ts';
import { defineJob } from '#jobs/jobs.ts';
import { now } from '#kit/clock.ts';

const DAY_MS = 86_400_000;
const KEEP_READ_DAYS = 30;
const KEEP_DAYS = 90;
const KEEP_DEVICE_DAYS = 60;

export const forgetNotificationsJob = defineJob({
  name: 'notifications.forget',
  payload: z.object({}),
  cron: '41 3 * * *',
  async run({ db }, _payload, signal) {
    const at = now();
    const ago = (days: number) => new Date(at.getTime() - days * DAY_MS);
    await forgetDevices(db.kysely, ago(KEEP_DEVICE_DAYS));
    const workspaces = await db.kysely.selectFrom('workspaces').select('id').execute();
    for (const { id: workspaceId } of workspaces) {
      if (signal.aborted) return;
      await db.inWorkspace(workspaceId, async (tx) => {
        const call = { tx, workspaceId, now: at };
        await forgetNotifications(call, ago(KEEP_READ_DAYS), ago(KEEP_DAYS));
        await forgetAttention(call, ago(1));
      });
    }
  },
});
