// Reads the health of one number from the provider.
import { z } from 'zod';
import { findNumber } from '#features/numbers/numbers.store.ts';
import { readHealth } from '#features/numbers/read-health.ts';
import { defineJob } from '#jobs/jobs.ts';
import { now } from '#kit/clock.ts';
import { Id } from '#operations/operation.ts';

export const refreshNumberJob = defineJob({
  name: 'numbers.refresh',
  payload: z.object({ workspaceId: Id, id: Id }),
  maxAttempts: 5,
  run: (services, { workspaceId, id }) =>
    services.db.inWorkspace(workspaceId, async (tx) => {
      const call = {
        tx,
        workspaceId,
        services,
        now: now(),
        actor: { kind: 'system', name: 'health check' } as const,
      };
      const number = await findNumber(call, id);
      if (number) await readHealth(call, number);
    }),
});
