// The SQL on browsers that take pushes.
import { type Kysely, sql } from 'kysely';
import type { DB } from '#db/tables.generated.ts';
import { newId } from '#kit/ids.ts';

export const MOST_DEVICES = 20;

export type DeviceRow = {
  id: string;
  name: string;
  sealed: string;
  createdAt: Date;
  pushedAt: Date | null;
};

const COLUMNS = ['id', 'name', 'sealed', 'created_at as createdAt', 'pushed_at as pushedAt'] as const;

export async function listDevices(db: Kysely<DB>, userId: string): Promise<DeviceRow[]> {
  return db
    .selectFrom('push_devices')
    .select(COLUMNS)
    .where('user_id', '=', userId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/** Those of `userIds` who have a device. */
export async function whoHaveDevices(db: Kysely<DB>, userIds: readonly string[]): Promise<string[]> {
  if (userIds.length === 0) return [];
  const rows = await db
    .selectFrom('push_devices')
    .select('user_id')
    .distinct()
    .where('user_id', 'in', [...userIds])
    .execute();
  return rows.map((row) => row.user_id);
}

export async function findDevice(db: Kysely<DB>, userId: string, id: string): Promise<DeviceRow | undefined> {
  return db
    .selectFrom('push_devices')
    .select(COLUMNS)
    .where('user_id', '=', userId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** A browser that another person used becomes this person's; beyond `MOST_DEVICES` the oldest go. */
export async function saveDevice(
  db: Kysely<DB>,
  userId: string,
  device: { digest: string; sealed: string; name: string },
  at: Date,
): Promise<DeviceRow> {
  const { rows } = await sql<DeviceRow>`
    insert into push_devices as d (id, user_id, address_digest, sealed, name, created_at, seen_at)
    values (${newId()}, ${userId}, ${device.digest}, ${device.sealed}, ${device.name}, ${at}, ${at})
    on conflict (address_digest) do update set sealed = excluded.sealed, name = excluded.name, seen_at = excluded.seen_at,
      created_at = case when d.user_id = excluded.user_id then d.created_at else excluded.created_at end,
      user_id = excluded.user_id
    returning id, name, sealed, created_at as "createdAt", pushed_at as "pushedAt"`.execute(db);
  await sql`delete from push_devices where id in (
    select id from push_devices where user_id = ${userId} order by seen_at desc offset ${MOST_DEVICES})`.execute(
    db,
  );
  return rows[0]!;
}

export async function removeDevice(db: Kysely<DB>, userId: string, id: string): Promise<boolean> {
  const result = await db
    .deleteFrom('push_devices')
    .where('user_id', '=', userId)
    .where('id', '=', id)
    .executeTakeFirst();
  return Number(result.numDeletedRows) > 0;
}

/** Removes the person's device at this address and answers its name; undefined when they have none there. */
export async function takeDevice(
  db: Kysely<DB>,
  userId: string,
  addressDigest: string,
): Promise<string | undefined> {
  const row = await db
    .deleteFrom('push_devices')
    .where('user_id', '=', userId)
    .where('address_digest', '=', addressDigest)
    .returning('name')
    .executeTakeFirst();
  return row?.name;
}

export async function notePushed(db: Kysely<DB>, id: string, at: Date): Promise<void> {
  await db.updateTable('push_devices').set({ pushed_at: at }).where('id', '=', id).execute();
}

/** Devices whose browser has not shown the product since. */
export async function forgetDevices(db: Kysely<DB>, before: Date): Promise<void> {
  await db.deleteFrom('push_devices').where('seen_at', '<', before).execute();
}

/** Whether the person is signed in anywhere: after the last sign-out nothing is pushed. */
export async function isSignedIn(db: Kysely<DB>, userId: string, at: Date): Promise<boolean> {
  const row = await db
    .selectFrom('sessions')
    .select('id')
    .where('user_id', '=', userId)
    .where('expires_at', '>', at)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
