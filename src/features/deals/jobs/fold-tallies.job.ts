// Every ten minutes, adds up what the running figures of deals gained.
import { z } from 'zod';
import { foldTallies } from '#features/deals/deal-tallies.store.ts';
import { defineJob } from '#jobs/jobs.ts';

const STAGES = 200;

export const foldTalliesJob = defineJob({
  name: 'deals.fold_tallies',
  payload: z.object({}),
  cron: '*/10 * * * *',
  async run(services, _payload, signal) {
    while (!signal.aborted && (await foldTallies(services.db, STAGES)) === STAGES);
  },
});
