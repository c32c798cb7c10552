// Keeps the words of messages searchable: after they were received, edited, withdrawn or sent by hand.
import { z } from 'zod';
import type { Subscriber } from '#events/dispatcher.ts';
import { defineJob, enqueue } from '#jobs/jobs.ts';
import { groupBy } from '#kit/group-by.ts';
import { Id } from '#operations/operation.ts';
import { keepWords } from './message-words.store.ts';

export const keepWordsJob = defineJob({
  name: 'conversations.keep_words',
  payload: z.object({ workspaceId: Id, messageIds: z.array(Id) }),
  maxAttempts: 10,
  async run({ db }, { workspaceId, messageIds }) {
    await db.inWorkspace(workspaceId, (tx) => keepWords({ tx, workspaceId }, messageIds));
  },
});

/** The first states that tell of a message which the team sent; its words do not change afterwards. */
const FIRST_STATES = new Set(['accepted', 'sent']);

export const wordsSubscriber: Subscriber = {
  name: 'conversations.words',
  events: ['message.received', 'message.changed', 'message.state_changed'],
  async hand(tx, events) {
    const touched = events.filter(
      ({ name, payload }) =>
        name !== 'message.state_changed' || FIRST_STATES.has((payload as { state: string }).state),
    );
    for (const [workspaceId, some] of groupBy(touched, (event) => event.workspaceId)) {
      const messageIds = [...new Set(some.flatMap(({ subjectId }) => (subjectId ? [subjectId] : [])))];
      if (messageIds.length > 0) await enqueue(tx, keepWordsJob, { workspaceId, messageIds });
    }
  },
};
