// Every ten minutes, adds up what the tallies of messages gained: one row per quarter of an hour remains.
import { z } from 'zod';
import { foldTallies } from '#features/reports/reports.store.ts';
import { defineJob } from '#jobs/jobs.ts';

const SLOTS = 500;

export const foldTalliesJob = defineJob({
  name: 'reports.fold_tallies',
  payload: z.object({}),
  cron: '*/10 * * * *',
  async run(services, _payload, signal) {
    while (!signal.aborted && (await foldTallies(services.db, SLOTS)) === SLOTS);
  },
});
