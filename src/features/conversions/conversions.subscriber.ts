// Has what happens to deals noted, in workspaces that tell it to Meta; a number that is connected may end a stop.
import type { Subscriber } from '#events/dispatcher.ts';
import { enqueue } from '#jobs/jobs.ts';
import { groupBy } from '#kit/group-by.ts';
import { workspacesTelling } from './conversion-settings.store.ts';
import { noteDealsJob, noteQueue } from './jobs/note-deals.job.ts';
import { resumeConversionsJob } from './jobs/resume-conversions.job.ts';

const RESUMES = 'number.connected';

export const conversionsSubscriber: Subscriber = {
  name: 'conversions',
  events: ['deal.created', 'deal.updated', 'deal.contact_added', 'deal.activity_changed', RESUMES],
  async hand(tx, events) {
    const named = groupBy(events, (event) => event.workspaceId);
    const telling = await workspacesTelling(tx, [...named.keys()]);
    for (const [workspaceId, own] of named) {
      if (!telling.has(workspaceId)) continue;
      const eventIds = own.filter(({ name }) => name !== RESUMES).map((event) => event.id);
      if (eventIds.length > 0)
        await enqueue(tx, noteDealsJob, { workspaceId, eventIds }, { queue: noteQueue(workspaceId) });
      if (eventIds.length < own.length) await enqueue(tx, resumeConversionsJob, { workspaceId });
    }
  },
};
