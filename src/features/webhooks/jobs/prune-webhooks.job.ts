// Every hour, deletes webhook bodies whose retention has ended.
import { z } from 'zod';
import { deleteOld } from '#features/webhooks/webhooks.store.ts';
import { defineJob } from '#jobs/jobs.ts';
import { now } from '#kit/clock.ts';

const DAY_MS = 86_400_000;
const KEEP_READ_DAYS = 30;
const KEEP_ATTENTION_DAYS = 90;
const BATCH = 5_000;

export const pruneWebhooksJob = defineJob({
  name: 'webhooks.prune',
  payload: z.object({}),
  cron: '17 * * * *',
  async run(services, _payload, signal) {
    const ago = (days: number) => new Date(now().getTime() - days * DAY_MS);
    const before = { read: ago(KEEP_READ_DAYS), attention: ago(KEEP_ATTENTION_DAYS) };
    while (!signal.aborted && (await deleteOld(services.db, before, BATCH)) === BATCH);
  },
});
