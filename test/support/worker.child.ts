// A worker process of its own, for tests that kill it: every engine and job, with short waits after a crash.
// Arguments: database URL, simulator URL.
import { setMaxListeners } from 'node:events';
import { features } from '#app/features.ts';
import { openDatabase } from '#db/database.ts';
import { runDispatcher } from '#events/dispatcher.ts';
import { listen } from '#events/signals.ts';
import { campaignMoves } from '#features/campaigns/campaigns.ts';
import { sendingFeature } from '#features/sending/sending.feature.ts';
import { startJobs } from '#jobs/jobs.ts';
import { testServices } from './workspace.ts';

const [databaseUrl, simulatorUrl] = process.argv.slice(2) as [string, string];
const database = {
  url: databaseUrl,
  db: openDatabase({ url: databaseUrl, poolSize: 8 }),
  drop: async () => {},
};
const services = testServices(database, {
  graph: { url: simulatorUrl, version: 'v26.0' },
  simulator: { url: simulatorUrl, host: new URL(simulatorUrl).host },
});
const impatient = sendingFeature(campaignMoves, { leaseMs: 1_500, proofWaitMs: 4_000 });
const all = features.map((feature) => (feature.name === 'sending' ? impatient : feature));
const signals = listen(databaseUrl);
const { signal } = new AbortController();
setMaxListeners(100, signal);
for (const engine of all.flatMap((feature) => feature.engines ?? []))
  void engine.run(services, { signals, signal });
void runDispatcher(
  services.db,
  all.flatMap((feature) => feature.subscribers ?? []),
  signal,
);
await startJobs(
  databaseUrl,
  services,
  all.flatMap((feature) => feature.jobs ?? []),
);
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
