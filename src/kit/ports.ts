// Ports of this machine: whether one is free, and free ones.
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below what systems give to outgoing connections: one that was free stays free until it is bound. */
const FROM = 20_000;
const TO = 32_000;
const TRIES = 100;

/** A port on `host` (name or address) that nobody listens on. Throws when there is none, or no such host here. */
export async function freePort(host: string): Promise<number> {
  for (let tries = 0; tries < TRIES; tries++) {
    const port = randomInt(FROM, TO);
    if (await isFree(host, port)) return port;
  }
  throw new Error(`No free port on ${host}.`);
}

/** Binds it for a moment. Throws with the system's code when `host` is not an address of this machine. */
export function isFree(host: string, port: number): Promise<boolean> {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' || error.code === 'EACCES' ? done(false) : failed(error),
    );
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => done(true)));
  });
}
