// Has the owners told of what stops sending: a job for each event, so that mail may fail and come later.
import type { Subscriber } from '#events/dispatcher.ts';
import { enqueue } from '#jobs/jobs.ts';
import { tellOwnersJob } from './tell-owners.job.ts';

export const noticesSubscriber: Subscriber = {
  name: 'notices',
  events: [
    'campaign.stopped',
    'number.refused',
    'sending.limit_reached',
    'template.status_changed',
    'conversions.stopped',
  ],
  async hand(tx, events) {
    for (const { workspaceId, name, subjectId, payload } of events)
      await enqueue(tx, tellOwnersJob, { workspaceId, name, subjectId, payload });
  },
};
