// Every five minutes, takes up what waits or was left by a dead worker, and forgets views of long ago.
import { z } from 'zod';
import { forgetViews } from '#features/conversions/conversion-events.store.ts';
import { workspacesToTend } from '#features/conversions/conversion-settings.store.ts';
import { defineJob, enqueue } from '#jobs/jobs.ts';
import { now } from '#kit/clock.ts';
import { inCall } from '#operations/in-call.ts';
import { sendConversionsJob, sendOptions } from './send-conversions.job.ts';

const DAY_MS = 86_400_000;
const KEEP_VIEWS_MS = 90 * DAY_MS;
/** So long after conversions were switched off, all their views have been forgotten. */
const TEND_MS = KEEP_VIEWS_MS + 10 * DAY_MS;

export const tendConversionsJob = defineJob({
  name: 'conversions.tend',
  payload: z.object({}),
  cron: '*/5 * * * *',
  async run(services, _payload, signal) {
    const since = new Date(now().getTime() - TEND_MS);
    for (const workspaceId of await services.db.asSystem((tx) => workspacesToTend(tx, since))) {
      if (signal.aborted) return;
      await inCall(services, workspaceId, async (call) => {
        await forgetViews(call, new Date(call.now.getTime() - KEEP_VIEWS_MS));
        await enqueue(call.tx, sendConversionsJob, { workspaceId }, sendOptions(workspaceId));
      });
    }
  },
});
