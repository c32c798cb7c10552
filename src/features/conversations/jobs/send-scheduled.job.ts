// Sends a scheduled message when its time has come, and before it those that were to go before.
import { z } from 'zod';
import { SEND_SCHEDULED } from '#features/conversations/scheduled/run-at-its-time.ts';
import { waitingUpTo } from '#features/conversations/scheduled/scheduled.store.ts';
import { sendDue } from '#features/conversations/scheduled/send-due.ts';
import { defineJob } from '#jobs/jobs.ts';
import { now } from '#kit/clock.ts';
import { newId } from '#kit/ids.ts';
import { Id } from '#operations/operation.ts';

export const sendScheduledJob = defineJob({
  name: SEND_SCHEDULED,
  payload: z.object({ workspaceId: Id, id: Id }),
  async run(services, { workspaceId, id }) {
    const due = await services.db.inWorkspace(workspaceId, (tx) => waitingUpTo({ tx, workspaceId }, id));
    for (const each of due) {
      const later: (() => void | Promise<void>)[] = [];
      const afterCommit = (run: () => void | Promise<void>) => later.push(run);
      await services.db.inWorkspace(workspaceId, (tx) =>
        sendDue({ workspaceId, tx, now: now(), services, requestId: newId(), afterCommit }, each),
      );
      for (const run of later) await run();
    }
  },
});
