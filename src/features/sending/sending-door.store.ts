// The SQL on the door of webhooks: when one was last known to be open, in any process, and at which address.
import { sql } from 'kysely';
import type { Tx } from '#db/database.ts';

const NAME = 'webhook_door';

/** `publicUrl`: the address under which the provider reaches it. */
export type OpenDoor = { at: Date; publicUrl: string };

/** Notes that a door is open; answers when one was noted before. */
export async function noteDoorOpen(tx: Tx, { at, publicUrl }: OpenDoor): Promise<Date | null> {
  const value = JSON.stringify({ at: at.toISOString(), publicUrl });
  const { rows } = await sql<{ before: string | null }>`
    insert into installation (name, value) values (${NAME}, ${value}::jsonb)
    on conflict (name) do update set value = excluded.value
    returning (select value ->> 'at' from installation where name = ${NAME}) as before`.execute(tx);
  return rows[0]?.before ? new Date(rows[0].before) : null;
}

/** The door that was last known to be open; null where there never was one. */
export async function openDoor(tx: Tx): Promise<OpenDoor | null> {
  const { rows } = await sql<{ at: string; publicUrl: string }>`
    select value ->> 'at' as at, value ->> 'publicUrl' as "publicUrl" from installation
    where name = ${NAME}`.execute(tx);
  return rows[0] ? { at: new Date(rows[0].at), publicUrl: rows[0].publicUrl } : null;
}
