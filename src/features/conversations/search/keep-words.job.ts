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

/** Of what the team sent any move tells, because several moves at once are told as the last of them. */
export const wordsSubscriber: Subscriber = {
  name: 'conversations.words',
  events: ['message.received', 'message.changed', 'message.state_changed'],
  async hand(tx, events) {
    for (const [workspaceId, some] of groupBy(events, (event) => event.workspaceId)) {
      const messageIds = [...new Set(some.flatMap(({ subjectId }) => (subjectId ? [subjectId] : [])))];
      if (messageIds.length > 0) await enqueue(tx, keepWordsJob, { workspaceId, messageIds });
    }
  },
};
