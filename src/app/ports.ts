// Finds the port to listen on: the one that was asked for, or the next free one.
import { freePort, isFree } from '#kit/ports.ts';
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
  try {
    if (asked === 0) return { port: await freePort(host), taken: false };
    if (asked !== undefined && (await isFree(host, asked))) return { port: asked, taken: false };
    if (asked === undefined)
      for (let port = preferred; port < preferred + TRIES; port++)
        if (await isFree(host, port)) return { port, taken: port !== preferred };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EADDRNOTAVAIL' && code !== 'ENOTFOUND') throw error;
    throw new ConfigError(`HOST: ${host} is not an address of this machine.`);
  }
  throw new ConfigError(
    asked === undefined
      ? `${name}: no free port between ${preferred} and ${preferred + TRIES - 1}.`
      : `${name}: port ${asked} is taken by another program. Choose another, or leave it out.`,
  );
}
