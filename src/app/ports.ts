// Finds the port to listen on: the one that was asked for, or the next free one.
import { type AddressInfo, createServer } from 'node:net';
import { ConfigError } from './config.ts';

const TRIES = 50;

/**
 * `asked` must be free, or the start stops with one line (0: any free one); without it, the first free port from
 * `preferred` on.
 * `taken` tells that the preferred one was not free.
 */
export async function choosePort(
  name: string,
  host: string,
  asked: number | undefined,
  preferred: number,
): Promise<{ port: number; taken: boolean }> {
  if (asked === 0) return { port: await anyFree(host), taken: false };
  if (asked !== undefined) {
    if (await isFree(host, asked)) return { port: asked, taken: false };
    throw new ConfigError(
      `${name}: port ${asked} is taken by another program. Choose another, or leave it out.`,
    );
  }
  for (let port = preferred; port < preferred + TRIES; port++)
    if (await isFree(host, port)) return { port, taken: port !== preferred };
  throw new ConfigError(`${name}: no free port between ${preferred} and ${preferred + TRIES - 1}.`);
}

async function isFree(host: string, port: number): Promise<boolean> {
  return (await tryPort(host, port)) !== null;
}

async function anyFree(host: string): Promise<number> {
  const port = await tryPort(host, 0);
  if (port === null) throw new ConfigError(`HOST: no free port on ${host}.`);
  return port;
}

/** The port that was bound for a moment, or null when it is taken. */
function tryPort(host: string, port: number): Promise<number | null> {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') return done(null);
      if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
        return failed(new ConfigError(`HOST: ${host} is not an address of this machine.`));
      failed(error);
    });
    probe.listen({ host, port, exclusive: true }, () => {
      const bound = (probe.address() as AddressInfo).port;
      probe.close(() => done(bound));
    });
  });
}
