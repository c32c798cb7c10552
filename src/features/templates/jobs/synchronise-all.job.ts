// Every few hours looks at the templates of all accounts: webhooks that never came are made good.
import { z } from 'zod';
import { defineJob, enqueue } from '#jobs/jobs.ts';
import { synchroniseJob } from './synchronise-job.ts';

export const synchroniseAllTemplates = defineJob({
  name: 'templates.synchronise_all',
  payload: z.object({}),
  cron: '17 */4 * * *',
  async run(services) {
    await services.db.asSystem(async (tx) => {
      const accounts = await tx
        .selectFrom('whatsapp_accounts')
        .select(['workspace_id', 'id'])
        .where('state', '=', 'connected')
        .execute();
      for (const { workspace_id, id } of accounts)
        await enqueue(
          tx,
          synchroniseJob,
          { workspaceId: workspace_id, accountId: id },
          { key: `templates.synchronise:${id}` },
        );
    });
  },
});
