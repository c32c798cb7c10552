// Starts the installation: lock, database, simulator, product; and stops it in order.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { type EmbeddedServer, startEmbedded } from '#db/embedded.ts';
import { migrate } from '#db/migrate.ts';
import { prepareServer } from '#db/prepare-server.ts';
import { pushKey } from '#features/notifications/notifications.ts';
import { identify } from '#features/people/people.ts';
import { setLogLevel } from '#kit/log.ts';
import { type Config, ConfigError } from './config.ts';
import { prepareDemo } from './demo/prepare-demo.job.ts';
import { type FirstLogin, firstLogin } from './first-login.ts';
import { type Holder, type Lock, takeLock } from './lock.ts';
import { masterKey } from './master-key.ts';
import { choosePort } from './ports.ts';
import { makeServices, type Parts, runParts } from './run.ts';
import { type SimulatorProcess, startSimulatorProcess } from './simulator-process.ts';
import { hasRealNumber } from './simulator-wanted.ts';
import { buildWebIfStale } from './web-build.ts';

export type StartOptions = {
  /** The repository's root, where dist/ and simulator/ are. */
  root: string;
  config: Config;
  parts: Parts;
  /** Make a demo workspace at the first start. */
  demo: boolean;
  /** Lines for the person at the terminal, while it starts. */
  say(line: string): void;
};

export type Started = {
  publicUrl: string;
  simulatorUrl: string | undefined;
  /** Set once, at the first start. */
  firstLogin: FirstLogin | undefined;
  stop(): Promise<void>;
};

const PREFERRED_PORT = 4000;
const PREFERRED_SIMULATOR_PORT = 4010;

export async function start(options: StartOptions): Promise<Started> {
  const { config } = options;
  setLogLevel(config.logLevel);
  const undo: (() => Promise<void> | void)[] = [];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    return { ...(await startInOrder(options, undo)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Each step leaves in `undo` how it is taken back; they are taken back last first. */
async function startInOrder(
  options: StartOptions,
  undo: (() => Promise<void> | void)[],
): Promise<Omit<Started, 'stop'>> {
  const { config, parts, root, say } = options;
  mkdirSync(config.dataDir, { recursive: true });
  const key = masterKey(config);
  const lock = await lockOrJoin(options);
  if (lock.held) undo.push(() => lock.held!.release());

  const web = parts.web ? await choosePort('PORT', config.host, config.port, PREFERRED_PORT) : undefined;
  const database = await openServer(config, lock.joined);
  if (database.embedded) undo.push(() => database.embedded!.stop());
  await migrate(database.url);

  if (web?.taken) say(`Port ${PREFERRED_PORT} is taken; using ${web.port}.`);
  const publicUrl =
    config.publicUrl ??
    lock.joined?.publicUrl ??
    localUrl(config.host, web?.port ?? config.port ?? PREFERRED_PORT);

  const ownSimulator = lock.joined ? undefined : await startSimulatorIfWanted(options, database.url);
  if (ownSimulator) undo.push(() => ownSimulator.stop());
  const simulator = ownSimulator ?? lock.joined?.simulator ?? undefined;

  const webFolder = parts.web
    ? await buildWebIfStale(root, () => say('Building the web app (first start only) …'))
    : undefined;
  const runOptions = {
    config,
    databaseUrl: database.url,
    masterKey: key,
    publicUrl,
    smtpUrl: config.mail.smtpUrl ?? simulator?.smtpUrl,
    simulator: simulator ? { url: simulator.url, host: new URL(simulator.url).host } : null,
    webFolder,
  };
  const services = makeServices(runOptions);
  undo.push(() => services.db.close());
  await services.files.check().catch((error: Error) => {
    throw new ConfigError(
      `${config.s3 ? 'S3_ENDPOINT' : 'DATA_DIR'}: files cannot be kept there. ${error.message}`,
    );
  });
  const login = await firstLogin(services, config);
  // Made at the first start, so that browsers never meet two.
  await pushKey(services);
  const running = await runParts(parts, services, runOptions, (request) => identify(services, request));
  undo.push(() => running.stop());
  if (running.server && web) await listen(running.server, config.host, web.port);
  await running.startWorker();
  if (parts.worker) await prepareDemo(services, options.demo);
  const shared = ownSimulator ? { url: ownSimulator.url, smtpUrl: ownSimulator.smtpUrl } : null;
  lock.held?.announce({ pid: process.pid, databaseUrl: database.url, publicUrl, simulator: shared });
  return { publicUrl, simulatorUrl: simulator?.url, firstLogin: login };
}

/** A process with one part may join a running installation; a whole one must be alone in its folder. */
async function lockOrJoin({ config, parts }: StartOptions): Promise<{ held?: Lock; joined?: Holder }> {
  const taken = await takeLock(config.dataDir);
  if ('lock' in taken) return { held: taken.lock };
  if (parts.web && parts.worker) {
    const where = taken.holder ? ` at ${taken.holder.publicUrl} (process ${taken.holder.pid})` : '';
    throw new ConfigError(
      `Rondine already runs on ${config.dataDir}${where}. Stop it first, or set another DATA_DIR.`,
    );
  }
  if (!taken.holder && !config.databaseUrl)
    throw new ConfigError('The other Rondine on this folder is still starting. Try again in a moment.');
  return taken.holder ? { joined: taken.holder } : {};
}

async function openServer(
  config: Config,
  joined: Holder | undefined,
): Promise<{ url: string; embedded?: EmbeddedServer }> {
  if (config.databaseUrl) return { url: config.databaseUrl };
  if (joined) return { url: joined.databaseUrl };
  const embedded = await startEmbedded(config.dataDir);
  try {
    return { url: await prepareServer(embedded.adminUrl), embedded };
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

async function startSimulatorIfWanted(
  { config, root, say }: StartOptions,
  databaseUrl: string,
): Promise<SimulatorProcess | undefined> {
  const wanted = config.simulator ?? (!config.production && !(await hasRealNumber(databaseUrl)));
  if (!wanted) return undefined;
  const { port, taken } = await choosePort(
    'SIMULATOR_PORT',
    config.host,
    config.simulatorPort,
    PREFERRED_SIMULATOR_PORT,
  );
  if (taken) say(`Port ${PREFERRED_SIMULATOR_PORT} is taken; the simulator uses ${port}.`);
  return startSimulatorProcess(root, {
    port,
    host: config.host,
    stateFile: join(config.dataDir, 'simulator.jsonl'),
  });
}

async function listen(server: FastifyInstance, host: string, port: number): Promise<void> {
  try {
    await server.listen({ host, port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new ConfigError(`PORT: port ${port} was taken by another program a moment ago. Start again.`);
  }
}

function localUrl(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
