// What campaigns do when the guardian stops a number, or the sending hours are changed.
import type { Subscriber } from '#events/dispatcher.ts';
import { enqueue } from '#jobs/jobs.ts';
import { reopenWaitingJob } from './jobs/reopen-waiting.job.ts';
import { restNumberJob } from './jobs/rest-number.job.ts';

export const campaignsSubscriber: Subscriber = {
  name: 'campaigns',
  events: ['number.stage_changed', 'sending.settings_changed'],
  async hand(tx, events) {
    for (const { workspaceId, name, subjectId } of events)
      if (name === 'sending.settings_changed') await enqueue(tx, reopenWaitingJob, { workspaceId });
      else if (subjectId) await enqueue(tx, restNumberJob, { workspaceId, numberId: subjectId });
  },
};
