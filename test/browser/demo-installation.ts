// The whole product with its demo, started for looking at its pages: a process of its own, thrown away afterwards.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProcess, throwAway } from '../support/started.ts';

export type Installation = {
  url: string;
  /** Page of the simulated customers' phones. */
  phoneUrl: string;
  login: { email: string; password: string };
  stop(): Promise<void>;
};

export async function demoInstallation(): Promise<Installation> {
  const folder = mkdtempSync(join(tmpdir(), 'rondine-pages-'));
  const login = { email: 'giulia@example.com', password: 'swallows return in spring' };
  const product = startProcess({
    DATA_DIR: join(folder, 'data'),
    ADMIN_EMAIL: login.email,
    ADMIN_PASSWORD: login.password,
  });
  const stop = async () => {
    product.kill('SIGTERM');
    await product.ended;
    throwAway(folder);
  };
  try {
    const told = await product.ready();
    return { url: told.Rondine!, phoneUrl: told['Phone (simulated customers)']!, login, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
