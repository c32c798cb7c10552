// Sends the conversion events of a workspace that wait; one such job of a workspace runs at a time.
import { z } from 'zod';
import { nextTry, sendConversions } from '#features/conversions/send-conversions.ts';
import { defineJob, type EnqueueOptions, enqueue } from '#jobs/jobs.ts';
import { inCall } from '#operations/in-call.ts';

export const sendConversionsJob = defineJob({
  name: 'conversions.send',
  payload: z.object({ workspaceId: z.uuid() }),
  async run(services, { workspaceId }, signal) {
    await sendConversions(services, workspaceId, signal);
    await inCall(services, workspaceId, async (call) => {
      const runAt = await nextTry(call);
      if (runAt)
        await enqueue(call.tx, sendConversionsJob, { workspaceId }, { ...sendOptions(workspaceId), runAt });
    });
  },
});

/** One such job waits: for now, whoever wishes it, and one that comes too soon puts it off to the end of the pause. */
export function sendOptions(workspaceId: string): EnqueueOptions {
  return { key: `conversions.send:${workspaceId}`, queue: `conversions:${workspaceId}` };
}
