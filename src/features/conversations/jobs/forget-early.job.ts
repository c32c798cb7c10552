// Every night, forgets edits and withdrawals whose message never came.
import { z } from 'zod';
import { forgetEarly } from '#features/conversations/early-amendments.store.ts';
import { defineJob } from '#jobs/jobs.ts';
import { now } from '#kit/clock.ts';

export const forgetEarlyJob = defineJob({
  name: 'conversations.forget_early',
  payload: z.object({}),
  cron: '29 3 * * *',
  async run({ db }, _payload, signal) {
    const workspaces = await db.kysely.selectFrom('workspaces').select('id').execute();
    for (const { id: workspaceId } of workspaces) {
      if (signal.aborted) return;
      await db.inWorkspace(workspaceId, (tx) => forgetEarly({ tx, workspaceId, now: now() }));
    }
  },
});
