// The SQL that deletes received webhooks in which somebody is named who is deleted.
import { sql } from 'kysely';
import type { Call } from '#operations/call.ts';

/** Bodies that hold one of `words`, phone digits or user ids; what still waits to be read stays, for it is new. */
export async function eraseBodies(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  words: readonly string[],
): Promise<void> {
  await sql`
    delete from webhook_bodies b where b.workspace_id = ${call.workspaceId}
      and exists (select from unnest(${words}::text[]) word where position(convert_to(word, 'UTF8') in b.body) > 0)
      and not exists (select from webhook_waiting w where w.workspace_id = b.workspace_id and w.body_id = b.id)`.execute(
    call.tx,
  );
}
