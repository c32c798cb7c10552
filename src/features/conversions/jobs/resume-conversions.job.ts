// Tries again what stopped, once a number was connected: its account may have a new token.
import { z } from 'zod';
import { ANEW, lockSettings, noteHealth } from '#features/conversions/conversion-settings.store.ts';
import { defineJob, enqueue } from '#jobs/jobs.ts';
import { inCall } from '#operations/in-call.ts';
import { sendConversionsJob, sendOptions } from './send-conversions.job.ts';

export const resumeConversionsJob = defineJob({
  name: 'conversions.resume',
  payload: z.object({ workspaceId: z.uuid() }),
  run: (services, { workspaceId }) =>
    inCall(services, workspaceId, async (call) => {
      const settings = await lockSettings(call);
      if (!settings?.trouble) return;
      await noteHealth(call, settings, ANEW);
      await enqueue(call.tx, sendConversionsJob, { workspaceId }, sendOptions(workspaceId));
    }),
});
