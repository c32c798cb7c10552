// The installation's own keys for pushes (VAPID): made once, the private one sealed.
import type { Kysely } from 'kysely';
import webPush from 'web-push';
import type { DB } from '#db/tables.generated.ts';
import type { Services } from '#operations/services.ts';
import { readVapid, saveVapid } from './vapid.store.ts';

export type VapidKeys = { publicKey: string; privateKey: string };

const CONTEXT = 'installation:vapid';

/** Browsers subscribe with the public key: the keys that were made first stay. */
export async function vapidKeys({ db, secrets }: Pick<Services, 'db' | 'secrets'>): Promise<VapidKeys> {
  const kept = (await readVapid(db.kysely)) ?? (await make(db.kysely, secrets));
  return { publicKey: kept.publicKey, privateKey: secrets.open(kept.sealed, CONTEXT) };
}

async function make(db: Kysely<DB>, secrets: Services['secrets']) {
  const { publicKey, privateKey } = webPush.generateVAPIDKeys();
  return saveVapid(db, { publicKey, sealed: secrets.seal(privateKey, CONTEXT) });
}
