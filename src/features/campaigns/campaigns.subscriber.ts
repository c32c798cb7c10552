// What campaigns do when the guardian stops a number.
import type { Subscriber } from '#events/dispatcher.ts';
import { enqueue } from '#jobs/jobs.ts';
import { restNumberJob } from './jobs/rest-number.job.ts';

export const campaignsSubscriber: Subscriber = {
  events: ['number.stage_changed'],
  async hand(tx, events) {
    for (const { workspaceId, subjectId } of events)
      if (subjectId) await enqueue(tx, restNumberJob, { workspaceId, numberId: subjectId });
  },
};
