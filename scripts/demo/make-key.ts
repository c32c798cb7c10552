// Makes a workspace and an API key on a fresh installation, as a person would.
import { KEY_SCOPES } from '#operations/permissions.ts';

/** Signs in as a person would, makes a workspace and a key for programs. */
export async function makeKey(url: string, owner: { email: string; password: string }): Promise<string> {
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
  const login = await post('/api/auth/sign-in/email', owner);
  headers.cookie = login.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
  const workspace = { name: 'Demo', country: 'IT', language: 'en', timeZone: 'Europe/Rome' };
  headers['x-workspace'] = (
    (await (await post('/api/v1/workspaces', workspace)).json()) as { id: string }
  ).id;
  const key = await post('/api/v1/api-keys', { name: 'Command line', scopes: KEY_SCOPES });
  return ((await key.json()) as { secret: string }).secret;
}
