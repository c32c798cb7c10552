// Every night, makes messages searchable that are older than the search, or that it missed; each workspace once.
import { z } from 'zod';
import { defineJob } from '#jobs/jobs.ts';
import { keepWords } from './message-words.store.ts';
import { nextToFill, noteFilled } from './message-words-places.store.ts';

const BATCH = 1_000;

export const fillWordsJob = defineJob({
  name: 'conversations.fill_words',
  payload: z.object({}),
  cron: '11 2 * * *',
  async run({ db }, _payload, signal) {
    const workspaces = await db.kysely.selectFrom('workspaces').select('id').execute();
    for (const { id: workspaceId } of workspaces)
      for (let goesOn = true; goesOn && !signal.aborted; )
        goesOn = await db.inWorkspace(workspaceId, async (tx) => {
          const call = { tx, workspaceId };
          const ids = await nextToFill(call, BATCH);
          if (ids === null) return false;
          await keepWords(call, ids);
          await noteFilled(call, ids.at(-1) ?? null, ids.length < BATCH);
          return ids.length === BATCH;
        });
  },
});
