// Removes, every hour, what nobody can use any more: ended sessions, links, counts of tries, old idempotency keys.
import { z } from 'zod';
import { forgetEndedSessions } from '#features/people/people.store.ts';
import { forgetEndedThrottles } from '#features/people/people-throttle.store.ts';
import { defineJob } from '#jobs/jobs.ts';
import { now } from '#kit/clock.ts';
import { forgetOldKeys } from '#operations/idempotency.ts';

const DAY_MS = 86_400_000;

export const forgetEndedJob = defineJob({
  name: 'people.forget-ended',
  payload: z.object({}),
  cron: '17 * * * *',
  async run({ db }) {
    const at = now();
    await forgetEndedSessions(db.kysely, at);
    await forgetEndedThrottles(db.kysely, at);
    await db.asSystem((tx) => forgetOldKeys(tx, new Date(at.getTime() - DAY_MS)));
  },
});
