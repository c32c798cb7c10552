// Every ten minutes, runs what was scheduled and should long have been sent: its job has given up, or is lost.
import { z } from 'zod';
import { runAtItsTime } from '#features/conversations/scheduled/run-at-its-time.ts';
import { waitingSince } from '#features/conversations/scheduled/scheduled.store.ts';
import { LATEST_MS } from '#features/conversations/scheduled/send-due.ts';
import { defineJob } from '#jobs/jobs.ts';
import { now } from '#kit/clock.ts';

export const lookAfterScheduledJob = defineJob({
  name: 'conversations.lookAfterScheduled',
  payload: z.object({}),
  cron: '*/10 * * * *',
  async run({ db }, _payload, signal) {
    const workspaces = await db.kysely.selectFrom('workspaces').select('id').execute();
    for (const { id: workspaceId } of workspaces) {
      if (signal.aborted) return;
      await db.inWorkspace(workspaceId, async (tx) => {
        const at = now();
        const late = await waitingSince({ tx, workspaceId }, new Date(at.getTime() - LATEST_MS));
        for (const id of late) await runAtItsTime({ tx, workspaceId }, id, at);
      });
    }
  },
});
