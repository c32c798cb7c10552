// Brings snoozed conversations back when their time has come.
import { z } from 'zod';
import { publishAll } from '#events/publish.ts';
import { addEntries, wakeDue } from '#features/threads/threads.ts';
import { defineJob } from '#jobs/jobs.ts';
import { now } from '#kit/clock.ts';
import { Id } from '#operations/operation.ts';

export const wakeJob = defineJob({
  name: 'conversations.wake',
  payload: z.object({ workspaceId: Id, ids: z.array(Id) }),
  async run(services, { workspaceId, ids }) {
    await services.db.inWorkspace(workspaceId, async (tx) => {
      const call = { tx, workspaceId, now: now(), actor: { kind: 'system', name: 'Snooze' } as const };
      const woken = await wakeDue(call, ids);
      await addEntries(
        call,
        call.actor,
        woken.map((conversationId) => ({ conversationId, kind: 'woken', content: { by: 'time' } })),
      );
      await publishAll(
        call,
        woken.map((id) => ({
          name: 'conversation.woken' as const,
          subjectId: id,
          payload: { by: 'time' as const },
        })),
      );
    });
  },
});
