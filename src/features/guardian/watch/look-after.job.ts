// Every few minutes: ends stops and recoveries whose time is over, and has the numbers in use read again.
import { z } from 'zod';
import { refreshSoon } from '#features/numbers/numbers.ts';
import { defineJob, enqueue } from '#jobs/jobs.ts';
import { now } from '#kit/clock.ts';
import { observeJob } from './observe.job.ts';
import { numbersToRead, stagesEnding } from './watch.store.ts';

/** While a campaign runs or a number is in trouble; others are read every half hour. */
const READ_EVERY_MINUTES = 5;

export const lookAfterJob = defineJob({
  name: 'watch.look_after',
  payload: z.object({}),
  cron: '*/2 * * * *',
  run: (services) =>
    services.db.asSystem(async (tx) => {
      for (const { workspaceId, numberId } of await stagesEnding(tx, now()))
        await enqueue(
          tx,
          observeJob,
          { workspaceId, numberIds: [numberId], templateIds: [] },
          { key: `watch.ending:${numberId}` },
        );
      for (const { workspaceId, numberId } of await numbersToRead(tx, now(), READ_EVERY_MINUTES))
        await refreshSoon(tx, workspaceId, numberId);
    }),
});
