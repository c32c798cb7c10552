// The whole installation as its user starts it: a process of its own, in a folder of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { removeStore } from '#db/embedded-placement.ts';

export type StartedProcess = {
  pid: number;
  /** Everything it printed so far. */
  output(): string;
  /** Values of the printed lines by their name, e.g. `Rondine` → address. Throws when it ends before it is ready. */
  ready(): Promise<Record<string, string>>;
  kill(signal: NodeJS.Signals): void;
  /** Exit code, or null when a signal ended it. */
  ended: Promise<number | null>;
};

/** Removes an installation's folder, and its rows where they live elsewhere; its process must have ended. */
export function throwAway(folder: string): void {
  removeStore(join(folder, 'data'));
  rmSync(folder, { recursive: true, force: true });
}

/** Long enough for a first start with a build on a busy machine. */
const READY_WITHIN_MS = 120_000;

const running = new Set<StartedProcess>();

/** Stops what a failed test left running. */
export async function stopAllStarted(): Promise<void> {
  for (const started of running) started.kill('SIGTERM');
  await Promise.all([...running].map((started) => started.ended));
}

/** `env` is added to a clean environment; ports are free ones unless given. */
export function startProcess(env: Record<string, string>, args: string[] = []): StartedProcess {
  const child: ChildProcess = spawn(process.execPath, ['scripts/run.js', 'scripts/start.ts', ...args], {
    env: { PATH: process.env.PATH!, HOME: process.env.HOME ?? '/', PORT: '0', SIMULATOR_PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout!, child.stderr!])
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const started: StartedProcess = {
    pid: child.pid!,
    output: () => text,
    ended,
    kill: (signal) => void child.kill(signal),
    async ready() {
      const began = performance.now();
      while (!text.includes('Ctrl-C stops everything')) {
        if (child.exitCode !== null || child.signalCode !== null) throw new Error(`It ended:\n${text}`);
        if (performance.now() - began > READY_WITHIN_MS)
          throw new Error(`It was not ready within ${READY_WITHIN_MS} ms:\n${text}`);
        await wait(50);
      }
      const lines = [...text.matchAll(/^ {2}(\S.*?) {2,}(\S.*)$/gm)];
      return Object.fromEntries(lines.map((line) => [line[1]!, line[2]!]));
    },
  };
  running.add(started);
  void ended.then(() => running.delete(started));
  return started;
}

/** True while a process with this number lives. */
export function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
