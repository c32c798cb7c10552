// Runs PostgreSQL from the binaries in node_modules, also for root and after a crash.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { sleep } from '#kit/clock.ts';
import { newToken } from '#kit/ids.ts';
import { freePort } from '#kit/ports.ts';
import { ownedBy, type Placement, placeServer, removeStore, runAs } from './embedded-placement.ts';

export type EmbeddedServer = {
  pid: number;
  /** Address for the superuser, to the `postgres` database. */
  adminUrl: string;
  /** Stops the server and waits until it is down. */
  stop(): Promise<void>;
  /** Stops it and removes its rows for good: for tests, benches and temporary servers. */
  remove(): Promise<void>;
};

/** Server settings that suit one machine with a product beside the database. */
const SETTINGS: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '120',
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  // The queue of messages turns over many times a minute.
  autovacuum_naptime: '10s',
  random_page_cost: '1.1',
  jit: 'off',
  logging_collector: 'off',
};

/** For tests and benches only: a crash may lose the whole database. */
export const THROWAWAY = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' };

/**
 * Starts the server whose rows live in `dataDir`, making it the first time. The caller holds the folder's lock,
 * so a server still running there is an orphan of a killed run: it is stopped first.
 * `extra` are server settings; without a `port` a free one is taken.
 * Throws with the server's own last words when it does not come up in 60 s.
 */
export async function startEmbedded(
  dataDir: string,
  extra: Record<string, string> = {},
): Promise<EmbeddedServer> {
  const place = await placeServer(dataDir);
  const password = readPassword(dataDir);
  if (!existsSync(join(place.cluster, 'PG_VERSION'))) await initialise(place, password);
  await stopOrphan(place);
  const port = extra.port ?? String(await freePort('127.0.0.1'));
  const settings = { ...SETTINGS, ...extra, port };
  const args = ['-D', place.cluster, ...Object.entries(settings).flatMap(([k, v]) => ['-c', `${k}=${v}`])];
  const server = spawn(place.postgres, args, {
    ...runAs(place),
    // Its own process group: Ctrl-C in the terminal must reach us first, so that work is finished in order.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const lastWords: string[] = [];
  server.stderr.on('data', (text: Buffer) => {
    lastWords.push(text.toString());
    if (lastWords.length > 40) lastWords.shift();
  });
  server.unref();
  (server.stderr as unknown as { unref(): void }).unref();
  const adminUrl = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  await untilReady(server, adminUrl, lastWords);
  const remove = async () => {
    await stop(server);
    rmSync(place.cluster, { recursive: true, force: true });
    removeStore(dataDir);
  };
  return { pid: server.pid!, adminUrl, stop: () => stop(server), remove };
}

function readPassword(dataDir: string): string {
  const file = join(dataDir, 'database.key');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const password = newToken(24);
  writeFileSync(file, password, { mode: 0o600 });
  return password;
}

/** Small letters for those of every language, in the same order on every system. Plain C knows only those from A to Z. */
const LOCALE = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];

/** Makes the cluster beside its place and renames it, so that a kill in the middle leaves no half cluster. */
async function initialise(place: Placement, password: string): Promise<void> {
  const unfinished = `${place.cluster}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  ownedBy(unfinished, place.user);
  const passwordFile = `${unfinished}.password`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  ownedBy(passwordFile, place.user);
  try {
    const options = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
    await runToEnd(place, place.initdb, [...options, ...LOCALE, '-D', unfinished]);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(unfinished, place.cluster);
}

async function stopOrphan(place: Placement): Promise<void> {
  if (!existsSync(join(place.cluster, 'postmaster.pid'))) return;
  // Fails when the lock file is stale, which the server itself then sorts out.
  for (const mode of ['fast', 'immediate'])
    await runToEnd(place, place.pgCtl, ['stop', '-D', place.cluster, '-m', mode, '-w', '-t', '20']).catch(
      () => {},
    );
}

async function untilReady(server: ChildProcess, adminUrl: string, lastWords: string[]): Promise<void> {
  const deadline = performance.now() + 60_000;
  for (;;) {
    if (server.exitCode !== null || server.signalCode !== null)
      throw new Error(`The embedded PostgreSQL did not start:\n${lastWords.join('').trim()}`);
    const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 2_000 });
    // While the server recovers or shuts the connection, the client also emits an error of its own.
    client.on('error', () => {});
    try {
      await client.connect();
      return;
    } catch (error) {
      if (performance.now() > deadline)
        throw new Error(`The embedded PostgreSQL is not ready after 60 s:\n${lastWords.join('').trim()}`, {
          cause: error,
        });
      await sleep(50);
    } finally {
      await client.end().catch(() => {});
    }
  }
}

async function stop(server: ChildProcess): Promise<void> {
  const gone = () => server.exitCode !== null || server.signalCode !== null;
  for (const [signal, patienceMs] of [
    ['SIGINT', 15_000],
    ['SIGQUIT', 5_000],
  ] as const) {
    if (gone()) return;
    server.kill(signal);
    for (let waited = 0; waited < patienceMs && !gone(); waited += 25) await sleep(25);
  }
}

function runToEnd(place: Placement, command: string, args: string[]): Promise<void> {
  return new Promise((done, failed) => {
    const child = spawn(command, args, { ...runAs(place), stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (text: Buffer) => {
      said += text.toString();
    });
    child.on('error', failed);
    child.on('close', (code) =>
      code === 0 ? done() : failed(new Error(`${command} failed:\n${said.trim()}`)),
    );
  });
}
