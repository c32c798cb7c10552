// Notes what of some events of deals is to be told to Meta.
import { z } from 'zod';
import { noteDeals } from '#features/conversions/note-deals.ts';
import { defineJob } from '#jobs/jobs.ts';
import { inCall } from '#operations/in-call.ts';

export const noteDealsJob = defineJob({
  name: 'conversions.note',
  payload: z.object({ workspaceId: z.uuid(), eventIds: z.array(z.uuid()) }),
  run: (services, { workspaceId, eventIds }) =>
    inCall(services, workspaceId, (call) => noteDeals(call, eventIds)),
});

/** One after the other, as things happened. */
export const noteQueue = (workspaceId: string) => `conversions.note:${workspaceId}`;
