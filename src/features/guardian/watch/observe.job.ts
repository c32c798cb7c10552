// Looks at numbers and templates after news of them.
import { z } from 'zod';
import { defineJob } from '#jobs/jobs.ts';
import { now } from '#kit/clock.ts';
import { Id } from '#operations/operation.ts';
import { observeNumber } from './observe-number.ts';
import { stageParameters } from './stage-parameters.ts';
import { noteTemplates, numbersBeside } from './watch.store.ts';

export const observeJob = defineJob({
  name: 'watch.observe',
  payload: z.object({ workspaceId: Id, numberIds: z.array(Id), templateIds: z.array(Id) }),
  maxAttempts: 8,
  run: (services, { workspaceId, numberIds, templateIds }) =>
    services.db.inWorkspace(workspaceId, async (tx) => {
      const call = { tx, workspaceId, now: now(), actor: { kind: 'system', name: 'guardian' } as const };
      if (templateIds.length > 0) await noteTemplates(call, templateIds);
      if (numberIds.length === 0) return;
      const parameters = await stageParameters(call);
      // What is told of an account concerns all its numbers. In the order of ids: no two of these wait in a circle.
      for (const id of await numbersBeside(call, numberIds)) await observeNumber(call, id, parameters);
    }),
});
