// The product as a process of its own, for benches: its door, workers and jobs, as `npm start` runs them, less the web app.
import { readConfig } from '#app/config.ts';
import { makeServices, runParts } from '#app/run.ts';
import { setLogLevel } from '#kit/log.ts';
import type { SimulatorAddress } from '#operations/services.ts';

export type ProductOptions = {
  databaseUrl: string;
  dataDir: string;
  simulator: SimulatorAddress | null;
  /** Hexadecimal. */
  masterKey: string;
  port: number;
};

export type ProductMessage = { type: 'ready' } | { type: 'memory'; rssMb: number };

const MEMORY_EVERY_MS = 1_000;

const { databaseUrl, dataDir, simulator, masterKey, port } = JSON.parse(process.argv[2]!) as ProductOptions;
const config = readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'error' });
setLogLevel(config.logLevel);
const options = {
  config,
  databaseUrl,
  masterKey: Buffer.from(masterKey, 'hex'),
  publicUrl: `http://127.0.0.1:${port}`,
  smtpUrl: undefined,
  simulator,
  webFolder: undefined,
};
const services = makeServices(options);
const running = await runParts({ web: true, worker: true }, services, options, async () => null);
await running.server!.listen({ host: '127.0.0.1', port });
await running.startWorker();

const tell = (message: ProductMessage) => process.send?.(message);
tell({ type: 'ready' });
setInterval(
  () => tell({ type: 'memory', rssMb: Math.round(process.memoryUsage().rss / 1_048_576) }),
  MEMORY_EVERY_MS,
);

const stop = async () => {
  await running.stop();
  await services.db.close();
  process.exit(0);
};
process.once('SIGTERM', stop);
process.once('disconnect', stop);
