// What campaigns do when a number changes or the guardian stops it, or the sending hours are changed.
import type { Subscriber } from '#events/dispatcher.ts';
import { enqueue } from '#jobs/jobs.ts';
import { reopenWaitingJob } from './jobs/reopen-waiting.job.ts';
import { replanNumberJob } from './jobs/replan-number.job.ts';
import { restNumberJob } from './jobs/rest-number.job.ts';

export const campaignsSubscriber: Subscriber = {
  name: 'campaigns',
  events: ['number.changed', 'number.stage_changed', 'sending.settings_changed'],
  async hand(tx, events) {
    for (const { workspaceId, name, subjectId } of events)
      if (name === 'sending.settings_changed') await enqueue(tx, reopenWaitingJob, { workspaceId });
      else if (subjectId) {
        const payload = { workspaceId, numberId: subjectId };
        if (name === 'number.stage_changed') await enqueue(tx, restNumberJob, payload);
        await enqueue(tx, replanNumberJob, payload, { key: `campaigns.replan:${subjectId}` });
      }
  },
};
