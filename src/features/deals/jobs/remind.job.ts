// Reminds the owner of an activity when its moment has come: tells it as an event, once.
import { z } from 'zod';
import { publish } from '#events/publish.ts';
import { noteReminded } from '#features/deals/deal-activities.store.ts';
import type { DealCall } from '#features/deals/deals.types.ts';
import { dealOfActivity } from '#features/deals/read-deals.ts';
import { defineJob, enqueue } from '#jobs/jobs.ts';
import { now } from '#kit/clock.ts';

export const remindJob = defineJob({
  name: 'deals.remind',
  payload: z.object({ workspaceId: z.uuid(), activityId: z.uuid() }),
  async run(services, { workspaceId, activityId }) {
    await services.db.inWorkspace(workspaceId, async (tx) => {
      const call = { tx, workspaceId, now: now(), actor: { kind: 'system', name: 'deals' } as const };
      if (!(await noteReminded(call, activityId))) return;
      const { dealId, ownerId } = (await dealOfActivity(call, activityId))!;
      await publish(call, 'deal.activity_due', dealId, { activityId, ownerId });
    });
  },
});

/** A later moment takes the place of an earlier one; null: nobody is reminded. */
export async function remindAt(call: DealCall, activityId: string, at: Date | null): Promise<void> {
  if (at === null) return;
  const { workspaceId } = call;
  await enqueue(
    call.tx,
    remindJob,
    { workspaceId, activityId },
    { runAt: at, key: `deals.remind:${activityId}` },
  );
}
