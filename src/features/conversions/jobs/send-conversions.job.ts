// Sends the conversion events of a workspace that are due; one such job of a workspace runs at a time.
import { z } from 'zod';
import { sendConversions } from '#features/conversions/send-conversions.ts';
import { defineJob, type EnqueueOptions, enqueue } from '#jobs/jobs.ts';

export const sendConversionsJob = defineJob({
  name: 'conversions.send',
  payload: z.object({ workspaceId: z.uuid() }),
  async run(services, { workspaceId }, signal) {
    const again = await sendConversions(services, workspaceId, signal);
    if (again)
      await services.db.inWorkspace(workspaceId, (tx) =>
        enqueue(tx, sendConversionsJob, { workspaceId }, { ...sendOptions(workspaceId), runAt: again }),
      );
  },
});

/** A later wish to send takes the place of one that waits. */
export function sendOptions(workspaceId: string): EnqueueOptions {
  return { key: `conversions.send:${workspaceId}`, queue: `conversions:${workspaceId}` };
}
