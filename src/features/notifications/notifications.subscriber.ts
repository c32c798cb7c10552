// Has the events of a workspace gathered into notifications: at once in quiet times, once a second when much happens.

import type { EventName } from '#events/catalogue.ts';
import type { DispatchedEvent, Subscriber } from '#events/dispatcher.ts';
import { enqueue } from '#jobs/jobs.ts';
import { now } from '#kit/clock.ts';
import { RULES } from './hearing/rules.ts';
import { gatherJob } from './jobs/gather.job.ts';
import { openPlaces } from './notification-places.store.ts';

const PAUSE_MS = 1_000;

/** Not told themselves, but they settle what was. */
export const SETTLING: readonly EventName[] = ['conversation.changed', 'message.state_changed'];

export const notificationsSubscriber: Subscriber = {
  name: 'notifications',
  events: [...(Object.keys(RULES) as EventName[]), ...SETTLING],
  async hand(tx, events) {
    const at = now();
    for (const [workspaceId, ranAt] of await openPlaces(tx, firstSeqs(events))) {
      const idle = ranAt === null || at.getTime() - ranAt.getTime() >= PAUSE_MS;
      // The second is part of the key: a job that waits is not put off by the next one.
      const runAt = new Date(idle ? at : Math.ceil((at.getTime() + 1) / PAUSE_MS) * PAUSE_MS);
      const key = `notifications.gather:${workspaceId}:${Math.floor(runAt.getTime() / PAUSE_MS)}`;
      await enqueue(tx, gatherJob, { workspaceId }, { key, runAt });
    }
  },
};

function firstSeqs(events: readonly DispatchedEvent[]): Map<string, number> {
  const first = new Map<string, number>();
  for (const { workspaceId, seq } of events)
    if (!(first.get(workspaceId)! <= Number(seq))) first.set(workspaceId, Number(seq));
  return first;
}
