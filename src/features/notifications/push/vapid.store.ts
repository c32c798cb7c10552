// The SQL on the installation's keys for pushes.
import { type Kysely, sql } from 'kysely';
import type { DB } from '#db/tables.generated.ts';

export type KeptVapid = { publicKey: string; sealed: string };

const NAME = 'vapid';

export async function readVapid(db: Kysely<DB>): Promise<KeptVapid | undefined> {
  return db
    .selectFrom('push_keys')
    .select(['public_key as publicKey', 'sealed'])
    .where('name', '=', NAME)
    .executeTakeFirst();
}

/** Answers the keys that are kept: of two processes at once, one wins. */
export async function saveVapid(db: Kysely<DB>, { publicKey, sealed }: KeptVapid): Promise<KeptVapid> {
  const { rows } = await sql<KeptVapid>`
    insert into push_keys (name, public_key, sealed) values (${NAME}, ${publicKey}, ${sealed})
    on conflict (name) do update set name = excluded.name
    returning public_key as "publicKey", sealed`.execute(db);
  return rows[0]!;
}
