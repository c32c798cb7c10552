// The installation that is hit: PostgreSQL, the simulator and the product, each in processes of their own.
import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { choosePort } from '#app/ports.ts';
import { startSimulatorProcess } from '#app/simulator-process.ts';
import { type EmbeddedServer, startEmbedded } from '#db/embedded.ts';
import { prepareServer } from '#db/prepare-server.ts';
import { connect, type Server } from '../scripts/demo/api.ts';
import { makeKey } from '../scripts/demo/make-key.ts';
import { type StartedProcess, startProcess } from '../test/support/started.ts';
import { newFolder } from '../test/support/temporary-folder.ts';
import { type Control, controlOf } from './control.ts';
import type { ChaosOptions } from './options.ts';

const OWNER = { email: 'chaos@example.com', password: 'only for this run' };

export type Place = {
  server: Server;
  control: Control;
  /** Names of the product's processes; a victim is an index into it. */
  processNames: readonly string[];
  /** Kills a process without warning and starts it again after `downMs`, null: never; does not wait until it is ready. */
  kill(victim: number, downMs: number | null): Promise<void>;
  /** A process does nothing for so long, and then goes on where it was. */
  stall(victim: number, ms: number): Promise<void>;
  /** Kills PostgreSQL without a checkpoint and starts it again after `downMs`. */
  crashDatabase(downMs: number): Promise<void>;
  /** Nothing of the simulator moves for so long. */
  freezeSimulator(ms: number): Promise<void>;
  close(): Promise<void>;
};

export async function startPlace(
  options: Pick<ChaosOptions, 'workers' | 'databaseUrl' | 'proofWait' | 'logs'>,
): Promise<Place> {
  const folder = newFolder('chaos');
  const undo: (() => Promise<void> | void)[] = [() => rmSync(folder, { recursive: true, force: true })];
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const database = options.databaseUrl ? undefined : await ownDatabase(join(folder, 'database'));
    if (database) undo.push(database.remove);
    const simulator = await startSimulatorProcess(join(import.meta.dirname, '..'), {
      port: 0,
      host: '127.0.0.1',
      stateFile: join(folder, 'simulator.jsonl'),
    });
    undo.push(simulator.stop);
    const { port } = await choosePort('PORT', '127.0.0.1', 0, 0);
    const url = `http://127.0.0.1:${port}`;
    const env = {
      DATA_DIR: join(folder, 'data'),
      DATABASE_URL: options.databaseUrl ?? database!.url,
      MASTER_KEY: '01'.repeat(32),
      PORT: String(port),
      PUBLIC_URL: url,
      SIMULATOR: '0',
      GRAPH_URL: simulator.url,
      PROOF_WAIT_SECONDS: String(options.proofWait),
      LOG_LEVEL: options.logs ? 'info' : 'silent',
      ADMIN_EMAIL: OWNER.email,
      ADMIN_PASSWORD: OWNER.password,
    };
    const roles =
      options.workers === 1
        ? [{ name: 'the product', args: ['--empty'] }]
        : [
            { name: 'the web process', args: ['--empty', '--only=web'] },
            ...Array.from({ length: options.workers }, (_, index) => ({
              name: `worker ${index + 1}`,
              args: ['--empty', '--only=worker'],
            })),
          ];
    const processes: StartedProcess[] = [];
    const start = (index: number) => {
      const { name, args } = roles[index]!;
      const started = startProcess(env, args);
      processes[index] = started;
      if (options.logs) void keepLog(started, join(options.logs, `${name.replaceAll(' ', '-')}.log`));
      return started;
    };
    undo.push(async () => {
      for (const each of processes) each.kill('SIGTERM');
      await Promise.all(processes.map((each) => each.ended));
    });
    // The first one prepares the database and the web app for all.
    await start(0).ready();
    await Promise.all(roles.slice(1).map((_, index) => start(index + 1).ready()));
    return {
      server: connect(url, await makeKey(url, OWNER)),
      control: controlOf(simulator.url),
      processNames: roles.map((role) => role.name),
      async kill(victim, downMs) {
        const dying = processes[victim]!;
        dying.kill('SIGKILL');
        await dying.ended;
        if (downMs === null) return;
        await wait(downMs);
        start(victim);
      },
      async stall(victim, ms) {
        const { kill } = processes[victim]!;
        kill('SIGSTOP');
        await wait(ms);
        kill('SIGCONT');
      },
      async crashDatabase(downMs) {
        await database!.crash(downMs);
      },
      async freezeSimulator(ms) {
        process.kill(simulator.pid, 'SIGSTOP');
        await wait(ms);
        process.kill(simulator.pid, 'SIGCONT');
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Keeps its promises (fsync on), as a user's does, and stays at its address when it is started again. */
async function ownDatabase(folder: string) {
  const { port } = await choosePort('PORT', '127.0.0.1', 0, 0);
  const start = () => startEmbedded(folder, { port: String(port) });
  let server = await start();
  return {
    url: await prepareServer(server.adminUrl),
    async crash(downMs: number) {
      process.kill(server.pid, 'SIGKILL');
      await wait(downMs);
      server = await persist(start);
    },
    remove: () => server.remove(),
  };
}

/** What the killed server's own processes still hold, they let go of within seconds. */
async function persist(start: () => Promise<EmbeddedServer>): Promise<EmbeddedServer> {
  for (let tries = 0; ; tries += 1)
    try {
      return await start();
    } catch (error) {
      if (tries >= 20) throw error;
      await wait(500);
    }
}

async function keepLog(started: StartedProcess, file: string): Promise<void> {
  await started.ended;
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, `\n--- process ${started.pid}\n${started.output()}`);
}
