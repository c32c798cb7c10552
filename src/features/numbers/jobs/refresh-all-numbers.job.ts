// Every half hour, has the health of each connected number read.
import { z } from 'zod';
import { everyNumber } from '#features/numbers/every-number.store.ts';
import { defineJob, enqueue } from '#jobs/jobs.ts';
import { refreshNumberJob } from './refresh-number.job.ts';

export const refreshAllNumbersJob = defineJob({
  name: 'numbers.refresh_all',
  payload: z.object({}),
  cron: '*/30 * * * *',
  async run(services) {
    for (const { workspaceId, id } of await everyNumber(services.db))
      await services.db.inWorkspace(workspaceId, (tx) =>
        enqueue(tx, refreshNumberJob, { workspaceId, id }, { key: `numbers.refresh:${id}` }),
      );
  },
});
