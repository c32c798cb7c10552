// Has the guardian look when numbers or templates changed.
import type { Subscriber } from '#events/dispatcher.ts';
import { enqueue } from '#jobs/jobs.ts';
import { observeJob } from './observe.job.ts';

export const watchSubscriber: Subscriber = {
  name: 'guardian.watch',
  events: ['number.connected', 'number.changed', 'template.changed', 'template.status_changed'],
  async hand(tx, events) {
    const changed = new Map<string, { numberIds: Set<string>; templateIds: Set<string> }>();
    for (const { workspaceId, name, subjectId } of events) {
      if (!subjectId) continue;
      const one = changed.get(workspaceId) ?? { numberIds: new Set(), templateIds: new Set() };
      changed.set(workspaceId, one);
      (name.startsWith('number.') ? one.numberIds : one.templateIds).add(subjectId);
    }
    for (const [workspaceId, { numberIds, templateIds }] of changed)
      await enqueue(tx, observeJob, {
        workspaceId,
        numberIds: [...numberIds],
        templateIds: [...templateIds],
      });
  },
};
