// Has the events of a workspace gathered into notifications: at once in quiet times, once a second when much happens.

import type { EventName } from '#events/catalogue.ts';
import type { DispatchedEvent, Subscriber } from '#events/dispatcher.ts';
import { now } from '#kit/clock.ts';
import { RULES } from './hearing/rules.ts';
import { gatherAt, PAUSE_MS } from './jobs/gather.job.ts';
import { RULES_MS } from './jobs/settled-by-rules.ts';
import { openPlaces } from './notification-places.store.ts';

/** Not told themselves, but they settle what was. */
export const SETTLING: readonly EventName[] = ['conversation.changed', 'message.state_changed'];

export const notificationsSubscriber: Subscriber = {
  name: 'notifications',
  events: [...(Object.keys(RULES) as EventName[]), ...SETTLING],
  async hand(tx, events) {
    const at = now();
    for (const [workspaceId, { ranAt, hasRules }] of await openPlaces(tx, firstSeqs(events))) {
      const idle = ranAt === null || at.getTime() - ranAt.getTime() >= PAUSE_MS;
      const earliest = at.getTime() + (hasRules ? RULES_MS : 0);
      const runAt = idle ? earliest : Math.ceil((earliest + 1) / PAUSE_MS) * PAUSE_MS;
      await gatherAt(tx, workspaceId, new Date(runAt));
    }
  },
};

function firstSeqs(events: readonly DispatchedEvent[]): Map<string, number> {
  const first = new Map<string, number>();
  for (const { workspaceId, seq } of events)
    if (!(first.get(workspaceId)! <= Number(seq))) first.set(workspaceId, Number(seq));
  return first;
}
