// The SQL on the door of webhooks: when one was last known to be open, in any process.
import { sql } from 'kysely';
import type { Tx } from '#db/database.ts';

const NAME = 'webhook_door_open_at';

/** Notes that a door is open; answers when one was noted before. */
export async function noteDoorOpen(tx: Tx, at: Date): Promise<Date | null> {
  const { rows } = await sql<{ before: string | null }>`
    insert into installation (name, value) values (${NAME}, to_jsonb(${at}::timestamptz))
    on conflict (name) do update set value = excluded.value
    returning (select value #>> '{}' from installation where name = ${NAME}) as before`.execute(tx);
  return rows[0]?.before ? new Date(rows[0].before) : null;
}

/** When a door was last known to be open; null where there never was one. */
export async function doorOpenAt(tx: Tx): Promise<Date | null> {
  const { rows } = await sql<{ at: string }>`
    select value #>> '{}' as at from installation where name = ${NAME}`.execute(tx);
  return rows[0] ? new Date(rows[0].at) : null;
}
