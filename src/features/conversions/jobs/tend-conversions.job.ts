// Every five minutes, takes up what waits or was left by a dead worker, and forgets views of long ago.
import { z } from 'zod';
import { forgetViews } from '#features/conversions/conversion-events.store.ts';
import { workspacesTelling } from '#features/conversions/conversion-settings.store.ts';
import { defineJob, enqueue } from '#jobs/jobs.ts';
import { inCall } from '#operations/in-call.ts';
import { sendConversionsJob, sendOptions } from './send-conversions.job.ts';

const KEEP_VIEWS_MS = 90 * 86_400_000;

export const tendConversionsJob = defineJob({
  name: 'conversions.tend',
  payload: z.object({}),
  cron: '*/5 * * * *',
  async run(services, _payload, signal) {
    for (const workspaceId of await services.db.asSystem((tx) => workspacesTelling(tx))) {
      if (signal.aborted) return;
      await inCall(services, workspaceId, async (call) => {
        await forgetViews(call, new Date(call.now.getTime() - KEEP_VIEWS_MS));
        await enqueue(call.tx, sendConversionsJob, { workspaceId }, sendOptions(workspaceId));
      });
    }
  },
});
