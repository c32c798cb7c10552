// Reads the templates of an account as soon as a number of it is connected.
import type { Subscriber } from '#events/dispatcher.ts';
import { enqueue } from '#jobs/jobs.ts';
import { synchroniseJob } from './jobs/synchronise-job.ts';

export const templatesSubscriber: Subscriber = {
  name: 'templates',
  events: ['number.connected'],
  async hand(tx, events) {
    for (const { workspaceId, subjectId } of events) {
      const number = await tx
        .selectFrom('numbers')
        .select('account_id')
        .where('workspace_id', '=', workspaceId)
        .where('id', '=', subjectId)
        .executeTakeFirst();
      if (!number) continue;
      const accountId = number.account_id;
      await enqueue(
        tx,
        synchroniseJob,
        { workspaceId, accountId },
        { key: `templates.synchronise:${accountId}` },
      );
    }
  },
};
