// Has what happens to deals noted, in workspaces that tell it to Meta.
import type { Subscriber } from '#events/dispatcher.ts';
import { enqueue } from '#jobs/jobs.ts';
import { groupBy } from '#kit/group-by.ts';
import { workspacesTelling } from './conversion-settings.store.ts';
import { noteDealsJob } from './jobs/note-deals.job.ts';

export const conversionsSubscriber: Subscriber = {
  name: 'conversions',
  events: ['deal.created', 'deal.updated', 'deal.contact_added', 'deal.activity_changed'],
  async hand(tx, events) {
    const named = groupBy(events, (event) => event.workspaceId);
    const telling = await workspacesTelling(tx, [...named.keys()]);
    for (const [workspaceId, own] of named)
      if (telling.has(workspaceId))
        await enqueue(tx, noteDealsJob, { workspaceId, eventIds: own.map((event) => event.id) });
  },
};
