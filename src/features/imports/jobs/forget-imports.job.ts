// Every hour, deletes files of imports that nobody goes on with, and rejected rows of those that ended long ago.
import { z } from 'zod';
import { dropFile } from '#features/files/files.ts';
import { abandonedSince, forgetRejections, partFromFile } from '#features/imports/imports-forget.store.ts';
import { defineJob } from '#jobs/jobs.ts';
import { now } from '#kit/clock.ts';
import { inCall } from '#operations/in-call.ts';

const DAY_MS = 86_400_000;
/** The file of a completed import goes at once; of the others when nobody resumed them by then. */
const KEEP_FILE_DAYS = 7;
const KEEP_REJECTIONS_DAYS = 30;
const BATCH = 100;

export const forgetImportsJob = defineJob({
  name: 'imports.forget',
  payload: z.object({}),
  cron: '41 * * * *',
  async run(services, _payload, signal) {
    const workspaces = await services.db.kysely.selectFrom('workspaces').select('id').execute();
    const ago = (days: number) => new Date(now().getTime() - days * DAY_MS);
    for (const { id: workspaceId } of workspaces) {
      if (signal.aborted) return;
      await inCall(services, workspaceId, (call) => forgetRejections(call, ago(KEEP_REJECTIONS_DAYS)));
      for (let left = true; left && !signal.aborted; )
        left = await inCall(services, workspaceId, async (call) => {
          const abandoned = await abandonedSince(call, ago(KEEP_FILE_DAYS), BATCH);
          for (const id of abandoned) {
            const file = await partFromFile(call, id);
            if (file) await dropFile(call, file);
          }
          return abandoned.length === BATCH;
        });
    }
  },
});
