// A whole installation in a temporary folder, with a workspace and an API key, gone afterwards.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '#app/config.ts';
import { start } from '#app/start.ts';
import { removeStore } from '#db/embedded-placement.ts';
import { makeKey } from './make-key.ts';

export type TemporaryServer = { url: string; key: string; simulatorUrl: string; stop(): Promise<void> };

const OWNER = { email: 'demo@example.com', password: 'only for this demo' };

export async function startTemporaryServer(
  root: string,
  say: (line: string) => void,
): Promise<TemporaryServer> {
  const folder = mkdtempSync(join(tmpdir(), 'rondine-demo-'));
  const env = {
    DATA_DIR: join(folder, 'data'),
    PORT: '0',
    SIMULATOR_PORT: '0',
    SIMULATOR: '1',
    LOG_LEVEL: 'error',
    ADMIN_EMAIL: OWNER.email,
    ADMIN_PASSWORD: OWNER.password,
  };
  const started = await start({
    root,
    config: readConfig(env),
    parts: { web: true, worker: true },
    demo: false,
    say,
  });
  const stop = async () => {
    await started.stop();
    removeStore(env.DATA_DIR);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const key = await makeKey(started.publicUrl, OWNER);
    return { url: started.publicUrl, key, simulatorUrl: started.simulatorUrl!, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
