// Every night, clears the store of files of what nobody needs.
import { z } from 'zod';
import { sweepWorkspace } from '#features/files/sweep-files.ts';
import { defineJob } from '#jobs/jobs.ts';
import { now } from '#kit/clock.ts';
import { logger } from '#kit/log.ts';

const log = logger('files');
const DAY_MS = 86_400_000;

export const sweepFilesJob = defineJob({
  name: 'files.sweep',
  payload: z.object({}),
  cron: '23 4 * * *',
  async run(services, _payload, signal) {
    const workspaces = await services.db.kysely.selectFrom('workspaces').select('id').execute();
    const total = { unsent: 0, looked: 0, orphans: 0, bytes: 0 };
    for (const { id } of workspaces) {
      if (signal.aborted) return;
      const swept = await sweepWorkspace(services, id, signal);
      for (const name of Object.keys(total) as (keyof typeof total)[]) total[name] += swept[name];
    }
    const unfinished = await services.files.sweepUnfinished(new Date(now().getTime() - DAY_MS));
    log.info({ ...total, unfinished }, 'the store of files was swept');
  },
});
