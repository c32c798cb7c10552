// The whole product over HTTP with its engines, beside a simulator in the same process.

import { setMaxListeners } from 'node:events';
import { features } from '#app/features.ts';
import { closeProviders } from '#features/numbers/numbers.ts';
import { type Job, startJobs } from '#jobs/jobs.ts';
import { type Simulator, type SimulatorOptions, startSimulator } from '../../simulator/simulator.ts';
import { type TestServer, testServer } from './server.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

export type TestProduct = TestServer & {
  database: TestDatabase;
  simulator: Simulator;
  /** Where the product listens. */
  url: string;
  /** Calls the simulator's control API below `/_simulator`. */
  control<T = Record<string, unknown>>(method: string, path: string, body?: object): Promise<T>;
};

export type ProductOptions = {
  simulator?: SimulatorOptions;
  /** Names of engines to run; all when not given. */
  engines?: readonly string[];
  jobs?: boolean;
  /** The database to run on; a fresh one when not given. It is dropped at the end. */
  database?: TestDatabase;
};

/** Nothing in the simulator happens by chance unless `simulator` says otherwise. */
export async function startProduct(options: ProductOptions = {}): Promise<TestProduct> {
  const database = options.database ?? (await createTestDatabase(10));
  const simulator = await startSimulator({ preset: 'exact', ...options.simulator });
  const server = await testServer(database, {
    graph: { url: simulator.url, version: 'v26.0' },
    simulator: { url: simulator.url, host: new URL(simulator.url).host },
  });
  const url = await server.listen();
  server.services.publicUrl = url;
  const stopping = new AbortController();
  // Every loop listens to it.
  setMaxListeners(0, stopping.signal);
  const engines = features
    .flatMap((feature) => feature.engines ?? [])
    .filter((engine) => options.engines?.includes(engine.name) ?? true)
    .map((engine) => engine.run(server.services, { signals: server.signals, signal: stopping.signal }));
  const jobs =
    options.jobs === false
      ? undefined
      : await startJobs(
          database.url,
          server.services,
          features.flatMap((feature) => feature.jobs ?? []).map(unscheduled),
        );
  return {
    ...server,
    database,
    simulator,
    url,
    async control(method, path, body) {
      const answer = await fetch(`${simulator.url}/_simulator${path}`, {
        method,
        ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
      });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
      return JSON.parse(text);
    },
    async close() {
      stopping.abort();
      await jobs?.stop();
      await Promise.all(engines);
      await simulator.close();
      await server.close();
      await closeProviders();
      await database.drop();
    },
  };
}

/** Which minute it is on the wall decides nothing: a test runs the jobs that come back by themselves when it wants. */
function unscheduled(job: Job): Job {
  return { ...job, cron: undefined };
}

/** Looks every 20 ms until `look` answers something; fails after `withinMs`. */
export async function eventually<T>(
  look: () => Promise<T | undefined | false>,
  withinMs = 90_000,
): Promise<T> {
  const until = Date.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (Date.now() > until) throw new Error(`Nothing was seen within ${withinMs} ms: ${look.toString()}`);
    await new Promise((done) => setTimeout(done, 20));
  }
}
