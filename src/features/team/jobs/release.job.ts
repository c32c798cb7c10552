// Whose person left the workspace: their conversations go back to the team.
import { z } from 'zod';
import type { Subscriber } from '#events/dispatcher.ts';
import { takeOff, tellAssigned } from '#features/threads/threads.ts';
import { defineJob, enqueue } from '#jobs/jobs.ts';
import { now } from '#kit/clock.ts';
import { groupBy } from '#kit/group-by.ts';
import { Id } from '#operations/operation.ts';
import { assignWaitingJob } from './assign.job.ts';

export const releaseJob = defineJob({
  name: 'team.release',
  payload: z.object({ workspaceId: Id, userId: Id }),
  async run({ db }, { workspaceId, userId }) {
    await db.inWorkspace(workspaceId, async (tx) => {
      const member = await tx
        .selectFrom('memberships')
        .select('user_id')
        .where('workspace_id', '=', workspaceId)
        .where('user_id', '=', userId)
        .executeTakeFirst();
      // Whoever came back meanwhile keeps them.
      if (member) return;
      const call = {
        tx,
        workspaceId,
        now: now(),
        actor: { kind: 'system' as const, name: 'member removed' },
      };
      const moved = await takeOff(call, userId);
      for (const alike of groupBy(moved, ({ left }) => left.join(' ')).values())
        await tellAssigned(call, alike, alike[0]!.left);
      await enqueue(tx, assignWaitingJob, { workspaceId }, { key: `team.assign_waiting:${workspaceId}` });
    });
  },
});

export const releaseSubscriber: Subscriber = {
  name: 'team.release',
  events: ['member.removed'],
  async hand(tx, events) {
    for (const { workspaceId, subjectId } of events)
      if (subjectId !== null) await enqueue(tx, releaseJob, { workspaceId, userId: subjectId });
  },
};
