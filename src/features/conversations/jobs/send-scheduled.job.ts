// Sends a scheduled message when its time has come, and before it those that were to go before.
import { z } from 'zod';
import { SEND_SCHEDULED } from '#features/conversations/scheduled/run-at-its-time.ts';
import { waitingUpTo } from '#features/conversations/scheduled/scheduled.store.ts';
import { type DueCall, sendDue, triesAgain } from '#features/conversations/scheduled/send-due.ts';
import { defineJob } from '#jobs/jobs.ts';
import { now } from '#kit/clock.ts';
import { newId } from '#kit/ids.ts';
import { Id } from '#operations/operation.ts';
import type { Services } from '#operations/services.ts';

export const sendScheduledJob = defineJob({
  name: SEND_SCHEDULED,
  payload: z.object({ workspaceId: Id, id: Id }),
  async run(services, { workspaceId, id }) {
    const due = await services.db.inWorkspace(workspaceId, (tx) => waitingUpTo({ tx, workspaceId }, id));
    for (const each of due)
      try {
        await inOne(services, workspaceId, (call) => sendDue(call, each));
      } catch (error) {
        if (await inOne(services, workspaceId, (call) => triesAgain(call, each))) throw error;
      }
  },
});

async function inOne<T>(
  services: Services,
  workspaceId: string,
  work: (call: DueCall) => Promise<T>,
): Promise<T> {
  const later: (() => void | Promise<void>)[] = [];
  const afterCommit = (run: () => void | Promise<void>) => later.push(run);
  const done = await services.db.inWorkspace(workspaceId, (tx) =>
    work({ workspaceId, tx, now: now(), services, requestId: newId(), afterCommit }),
  );
  for (const run of later) await run();
  return done;
}
