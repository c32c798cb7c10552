// One running installation per data folder: a lock that dies with its process.
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { createConnection, createServer, type Server } from 'node:net';
import { platform, tmpdir } from 'node:os';
import { join } from 'node:path';

/** Socket paths longer than this are refused by the system. */
const LONGEST_PATH = 100;

/** What a second process is told by the one that holds the lock. */
export type Holder = {
  pid: number;
  databaseUrl: string;
  publicUrl: string;
  simulator: { url: string; smtpUrl: string | undefined } | null;
};

export type Lock = {
  /** What to answer to who asks; set when it is known. */
  announce(holder: Holder): void;
  release(): void;
};

/**
 * Takes the folder's lock, or returns who holds it (null values until it has started). A socket, not a file: when
 * its process is killed nobody answers, whatever process has the number by then.
 */
export async function takeLock(dataDir: string): Promise<{ lock: Lock } | { holder: Holder | null }> {
  const path = socketPath(dataDir);
  for (let attempt = 0; attempt < 5; attempt++) {
    const lock = await listen(path);
    if (lock) return { lock };
    const answer = await ask(path);
    if (answer !== 'nobody') return { holder: answer };
    // A leftover of a killed process: nobody listens behind it.
    rmSync(path, { force: true });
  }
  throw new Error(`The lock of ${dataDir} cannot be taken.`);
}

function socketPath(dataDir: string): string {
  const short = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  if (platform() === 'win32') return `\\\\.\\pipe\\rondine-${short}`;
  const inside = join(dataDir, 'running.sock');
  return inside.length <= LONGEST_PATH
    ? inside
    : join(tmpdir(), `rondine-${process.getuid?.()}-${short}.sock`);
}

function listen(path: string): Promise<Lock | null> {
  let holder: Holder | null = null;
  return new Promise((done, failed) => {
    const server: Server = createServer((socket) => {
      socket.on('error', () => {});
      socket.end(JSON.stringify(holder));
    });
    server.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? done(null) : failed(error),
    );
    server.listen({ path, readableAll: false, writableAll: false }, () => {
      server.unref();
      done({
        announce: (known) => {
          holder = known;
        },
        release: () => server.close(),
      });
    });
  });
}

function ask(path: string): Promise<Holder | null | 'nobody'> {
  return new Promise((done) => {
    let text = '';
    const socket = createConnection(path);
    socket.setTimeout(3_000, () => socket.destroy());
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('error', () => done('nobody'));
    socket.on('close', () => {
      try {
        done(JSON.parse(text));
      } catch {
        done(null);
      }
    });
  });
}
