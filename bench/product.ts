// Starts the product in a process of its own and hears from it how much memory it uses.
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { freePort } from '#kit/ports.ts';
import type { SimulatorAddress } from '#operations/services.ts';
import type { ProductMessage, ProductOptions } from './product-process.ts';
import { MASTER_KEY, type Throwaway } from './throwaway.ts';

export type Product = {
  url: string;
  pid: number;
  /** Resident memory in MB, once a second since the start. */
  memory: number[];
  stop(): Promise<void>;
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>;
};

/** `profileDir`: where a profile of the processor is written when it stops. */
export async function startProduct(
  place: Throwaway,
  simulator: SimulatorAddress | null,
  profileDir?: string,
): Promise<Product> {
  const port = await freePort('127.0.0.1');
  const options: ProductOptions = {
    databaseUrl: place.url,
    dataDir: place.dataDir,
    simulator,
    masterKey: MASTER_KEY.toString('hex'),
    port,
  };
  const program = ['bench/product-process.ts', JSON.stringify(options)];
  const child = fork(join(import.meta.dirname, '../scripts/run.js'), program, {
    // As npm start has it.
    execArgv: ['--max-semi-space-size=64', ...profiling(profileDir)],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const memory: number[] = [];
  await new Promise<void>((ready, failed) => {
    child.once('exit', () => failed(new Error('The product did not start')));
    child.on('message', (message: ProductMessage) => {
      if (message.type === 'ready') return ready();
      memory.push(message.rssMb);
    });
  });
  const end = (signal: 'SIGTERM' | 'SIGKILL') => async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((done) => child.once('exit', done));
    child.kill(signal);
    await gone;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid!,
    memory,
    stop: end('SIGTERM'),
    kill: end('SIGKILL'),
  };
}

/** Options of Node that write a profile of the processor into a folder at the end. */
export function profiling(folder: string | undefined): string[] {
  return folder ? ['--cpu-prof', `--cpu-prof-dir=${folder}`] : [];
}
