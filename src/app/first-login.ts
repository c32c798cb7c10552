// The first owner's login: made once, told until somebody has signed in, also when the first start is killed.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { ensureFirstOwner } from '#features/people/people.ts';
import { newToken } from '#kit/ids.ts';
import type { Services } from '#operations/services.ts';
import type { Config } from './config.ts';

/** `password` is null when it is the one in ADMIN_PASSWORD. */
export type FirstLogin = { email: string; password: string | null };

/** Makes the first owner when there is nobody; answers the login to tell, or undefined when it is known already. */
export async function firstLogin(services: Services, config: Config): Promise<FirstLogin | undefined> {
  const { email, password } = config.admin;
  if (password) {
    const made = await ensureFirstOwner(services, { email, password });
    return made ? { email: made.email, password: null } : undefined;
  }
  const file = join(config.dataDir, 'first-login.txt');
  const kept = readKept(file);
  const login = kept ?? { email, password: newToken(12) };
  // Written before the owner is: a start that is killed in between must not leave a password nobody knows.
  if (!kept) writeFileSync(file, JSON.stringify(login), { mode: 0o600 });
  const made = await ensureFirstOwner(services, login);
  if (made) {
    writeFileSync(file, JSON.stringify({ email: made.email, password: made.password }), { mode: 0o600 });
    return { email: made.email, password: made.password };
  }
  if (kept?.email && !(await somebodySignedIn(services)))
    return { email: kept.email, password: kept.password };
  rmSync(file, { force: true });
  return undefined;
}

type Kept = { email?: string | undefined; password: string };

function readKept(file: string): Kept | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Kept;
  } catch {
    return undefined;
  }
}

async function somebodySignedIn(services: Services): Promise<boolean> {
  const { rows } = await sql`select 1 from sessions limit 1`.execute(services.db.kysely);
  return rows.length > 0;
}
