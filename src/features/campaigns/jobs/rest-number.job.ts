// Stops the running campaigns of a number that the guardian stopped; who waits stays.
import { z } from 'zod';
import { haltCampaign } from '#features/campaigns/campaign-moves.ts';
import type { BulkStop } from '#features/numbers/numbers.contract.ts';
import { defineJob } from '#jobs/jobs.ts';
import { now } from '#kit/clock.ts';

export const restNumberJob = defineJob({
  name: 'campaigns.rest_number',
  payload: z.object({ workspaceId: z.uuid(), numberId: z.uuid() }),
  run: (services, { workspaceId, numberId }) =>
    services.db.inWorkspace(workspaceId, async (tx) => {
      const call = { workspaceId, tx, now: now(), actor: { kind: 'system', name: 'guardian' } as const };
      const number = await tx
        .selectFrom('numbers')
        .select('bulk_stop')
        .where('workspace_id', '=', workspaceId)
        .where('id', '=', numberId)
        .executeTakeFirst();
      const stop = number?.bulk_stop as BulkStop | null | undefined;
      if (!stop) return;
      const running = await tx
        .selectFrom('campaigns')
        .select('id')
        .where('workspace_id', '=', workspaceId)
        .where('number_id', '=', numberId)
        .where('state', '=', 'running')
        .orderBy('id')
        .execute();
      for (const { id } of running) await haltCampaign(call, id, stop);
    }),
});
