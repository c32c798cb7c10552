// Makes the first owner of a new installation.
import { newToken } from '#kit/ids.ts';
import type { Services } from '#operations/services.ts';
import { hashPassword } from './auth/auth.ts';
import { anybodyExists, insertPerson } from './people.store.ts';

const DEFAULT_EMAIL = 'owner@rondine.local';

export type FirstOwner = { userId: string; email: string; password: string };

/**
 * When there is nobody yet, makes a person who can sign in, and answers the login to print once; null otherwise.
 * A password is made when none is given.
 */
export async function ensureFirstOwner(
  services: Services,
  given: { email?: string | undefined; password?: string | undefined },
): Promise<FirstOwner | null> {
  return services.db.kysely.transaction().execute(async (tx) => {
    if (await anybodyExists(tx)) return null;
    const email = (given.email ?? DEFAULT_EMAIL).toLowerCase();
    const password = given.password ?? newToken(12);
    const passwordHash = await hashPassword(services, password);
    const userId = await insertPerson(tx, { name: 'Owner', email, passwordHash, language: null });
    return { userId, email, password };
  });
}
