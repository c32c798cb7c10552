// Every ten minutes, adds up what the running figures of tickets gained.
import { z } from 'zod';
import { foldTallies } from '#features/tickets/ticket-tallies.store.ts';
import { defineJob } from '#jobs/jobs.ts';

const DAYS = 200;

export const foldTalliesJob = defineJob({
  name: 'tickets.fold_tallies',
  payload: z.object({}),
  cron: '*/10 * * * *',
  async run(services, _payload, signal) {
    while (!signal.aborted && (await foldTallies(services.db, DAYS)) === DAYS);
  },
});
