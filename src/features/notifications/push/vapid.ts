// The installation's own keys for pushes (VAPID): made once, the private one sealed.
import webPush from 'web-push';
import type { Services } from '#operations/services.ts';
import { type KeptVapid, readVapid, saveVapid } from './vapid.store.ts';

export type VapidKeys = { publicKey: string; privateKey: string };

const CONTEXT = 'installation:vapid';

/** Makes the keys where there are none; those that were made first stay, because browsers subscribed with them. */
async function keptKeys({ db, secrets }: Pick<Services, 'db' | 'secrets'>): Promise<KeptVapid> {
  const kept = await readVapid(db.kysely);
  if (kept) return kept;
  const { publicKey, privateKey } = webPush.generateVAPIDKeys();
  return saveVapid(db.kysely, { publicKey, sealed: secrets.seal(privateKey, CONTEXT) });
}

/** The key with which browsers subscribe. */
export async function pushKey(services: Pick<Services, 'db' | 'secrets'>): Promise<string> {
  return (await keptKeys(services)).publicKey;
}

/** Both, for signing. Throws when the master key is another one than at the first start. */
export async function vapidKeys(services: Pick<Services, 'db' | 'secrets'>): Promise<VapidKeys> {
  const { publicKey, sealed } = await keptKeys(services);
  return { publicKey, privateKey: services.secrets.open(sealed, CONTEXT) };
}
