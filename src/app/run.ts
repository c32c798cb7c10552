// Puts the installation together and runs the parts that this process was asked for.

import { setMaxListeners } from 'node:events';
import { join } from 'node:path';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { buildServer } from '#api/server.ts';
import { openDatabase } from '#db/database.ts';
import { keepStatistics } from '#db/statistics.ts';
import { runDispatcher } from '#events/dispatcher.ts';
import { listen } from '#events/signals.ts';
import { startJobs } from '#jobs/jobs.ts';
import { diskFileStore, type FileStore } from '#kit/file-store.ts';
import { mailer } from '#kit/mail.ts';
import { s3FileStore } from '#kit/s3-file-store.ts';
import { secretBox } from '#kit/secrets.ts';
import type { Caller } from '#operations/call.ts';
import type { Services, SimulatorAddress } from '#operations/services.ts';
import type { Config } from './config.ts';
import { prepareDemoJob } from './demo/prepare-demo.job.ts';
import { features } from './features.ts';
import { runEngines } from './run-engines.ts';

export type Parts = { web: boolean; worker: boolean };

export type RunOptions = {
  config: Config;
  databaseUrl: string;
  masterKey: Buffer;
  publicUrl: string;
  smtpUrl: string | undefined;
  simulator: SimulatorAddress | null;
  webFolder: string | undefined;
};

export function makeServices(options: RunOptions): Services {
  const { config } = options;
  return {
    db: openDatabase({ url: options.databaseUrl, poolSize: config.databasePool }),
    secrets: secretBox(options.masterKey),
    mail: mailer({ smtpUrl: options.smtpUrl, from: config.mail.from }),
    files: fileStore(config),
    publicUrl: options.publicUrl,
    graph: config.graph,
    simulator: options.simulator,
    proofWaitMs: config.proofWaitMs,
  };
}

function fileStore({ dataDir, s3 }: Config): FileStore {
  const disk = diskFileStore(join(dataDir, 'files'));
  return s3 ? s3FileStore(s3, { folder: join(dataDir, 'files', 'unsent'), older: disk }) : disk;
}

export type Running = {
  server: FastifyInstance | undefined;
  /** Call it when the server listens: workers have webhooks sent to it. */
  startWorker(): Promise<void>;
  stop(): Promise<void>;
};

/** Builds the web server (not yet listening) and readies the workers; `stop` lets what is in hand end. */
export async function runParts(
  parts: Parts,
  services: Services,
  options: RunOptions,
  identify: (request: FastifyRequest) => Promise<Caller | null>,
): Promise<Running> {
  const { config } = options;
  const signals = listen(options.databaseUrl);
  const stopping = new AbortController();
  // Every loop listens to it.
  setMaxListeners(0, stopping.signal);
  const giveUp = async (error: unknown) => {
    await signals.close();
    throw error;
  };
  const server = parts.web
    ? await buildServer({
        services,
        signals,
        features,
        identify,
        trustProxy: config.trustProxy,
        metricsToken: config.metricsToken,
        webFolder: options.webFolder,
      }).catch(giveUp)
    : undefined;
  const loops: Promise<void>[] = [];
  let stopJobs = async () => {};
  const startWorker = async () => {
    const subscribers = features.flatMap((feature) => feature.subscribers ?? []);
    loops.push(runDispatcher(services.db, subscribers, stopping.signal));
    loops.push(keepStatistics(services.db, stopping.signal));
    const engines = features.flatMap((feature) => feature.engines ?? []);
    const { databaseUrl } = options;
    loops.push(runEngines(engines, services, { databaseUrl, signals, signal: stopping.signal }));
    const jobs = [...features.flatMap((feature) => feature.jobs ?? []), prepareDemoJob];
    stopJobs = (await startJobs(options.databaseUrl, services, jobs)).stop;
  };
  return {
    server,
    startWorker: async () => {
      if (parts.worker) await startWorker();
    },
    async stop() {
      stopping.abort();
      await server?.close();
      await Promise.all([...loops, stopJobs()]);
      await signals.close();
    },
  };
}
