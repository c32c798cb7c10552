// Has those who wait for sending hours looked at anew, after the hours were changed.
import { z } from 'zod';
import { reopenWaiting } from '#features/campaigns/campaigns-recipients.store.ts';
import { defineJob } from '#jobs/jobs.ts';
import { now } from '#kit/clock.ts';
import { Id } from '#operations/operation.ts';

export const reopenWaitingJob = defineJob({
  name: 'campaigns.reopen_waiting',
  payload: z.object({ workspaceId: Id }),
  run: (services, { workspaceId }) =>
    services.db.inWorkspace(workspaceId, (tx) =>
      reopenWaiting({ tx, workspaceId, now: now(), actor: { kind: 'system', name: 'campaigns' } }),
    ),
});
