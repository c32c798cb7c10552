// A whole installation in a temporary folder, with a workspace and an API key, gone afterwards.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '#app/config.ts';
import { start } from '#app/start.ts';
import { removeStore } from '#db/embedded-placement.ts';
import { KEY_SCOPES } from '#operations/permissions.ts';

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
    const key = await makeKey(started.publicUrl);
    return { url: started.publicUrl, key, simulatorUrl: started.simulatorUrl!, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Signs in as a person would, makes a workspace and a key for programs. */
async function makeKey(url: string): Promise<string> {
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    origin: url,
    'x-rondine-csrf': '1',
  };
  const post = async (path: string, body: unknown) => {
    const answer = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return answer;
  };
  const login = await post('/api/auth/sign-in/email', OWNER);
  headers.cookie = login.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
  const workspace = { name: 'Demo', country: 'IT', language: 'en', timeZone: 'Europe/Rome' };
  headers['x-workspace'] = (
    (await (await post('/api/v1/workspaces', workspace)).json()) as { id: string }
  ).id;
  const key = await post('/api/v1/api-keys', { name: 'npm run demo', scopes: KEY_SCOPES });
  return ((await key.json()) as { secret: string }).secret;
}
