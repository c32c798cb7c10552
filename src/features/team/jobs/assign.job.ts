// Has the rules give away conversations: at once when a customer writes, and again when more people are there.
import { z } from 'zod';
import type { Subscriber } from '#events/dispatcher.ts';
import { workspacesWithRules } from '#features/team/assignment-rules.store.ts';
import { giveAway, type Place } from '#features/team/give-away.ts';
import { defineJob, enqueue } from '#jobs/jobs.ts';
import { now } from '#kit/clock.ts';
import { groupBy } from '#kit/group-by.ts';
import { Id } from '#operations/operation.ts';

const PAGE = 200;
/** What waits beyond is looked at a minute later. */
const MOST_PAGES = 25;

export const assignJob = defineJob({
  name: 'team.assign',
  payload: z.object({ workspaceId: Id, ids: z.array(Id) }),
  async run({ db }, { workspaceId, ids }) {
    await db.inWorkspace(workspaceId, (tx) => giveAway({ tx, workspaceId, now: now() }, { ids }));
  },
});

/** Everything that waits in one workspace. */
export const assignWaitingJob = defineJob({
  name: 'team.assign_waiting',
  payload: z.object({ workspaceId: Id }),
  async run({ db }, { workspaceId }, signal) {
    const page = (after: Place | null) =>
      db.inWorkspace(workspaceId, (tx) => giveAway({ tx, workspaceId, now: now() }, { after, limit: PAGE }));
    let after: Place | null = null;
    for (let count = 0; count < MOST_PAGES && !signal.aborted; count++) {
      const { last, looked }: Awaited<ReturnType<typeof page>> = await page(after);
      if (looked < PAGE) return;
      after = last;
    }
  },
});

/** Hours begin and people come back without anybody telling. */
export const assignEverywhereJob = defineJob({
  name: 'team.assign_everywhere',
  payload: z.object({}),
  cron: '* * * * *',
  async run({ db }) {
    await db.asSystem(async (tx) => {
      for (const workspaceId of await workspacesWithRules(tx))
        await enqueue(tx, assignWaitingJob, { workspaceId }, { key: `team.assign_waiting:${workspaceId}` });
    });
  },
});

export const assignSubscriber: Subscriber = {
  name: 'team.assign',
  events: ['message.received'],
  async hand(tx, events) {
    const byWorkspace = groupBy(events, (event) => event.workspaceId);
    for (const workspaceId of await workspacesWithRules(tx, [...byWorkspace.keys()])) {
      const written = byWorkspace.get(workspaceId) ?? [];
      const ids = written.map(({ payload }) => (payload as { conversationId: string }).conversationId);
      await enqueue(tx, assignJob, { workspaceId, ids: [...new Set(ids)] });
    }
  },
};
