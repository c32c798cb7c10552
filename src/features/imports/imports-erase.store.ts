// The SQL that deletes rejected rows of imports in which somebody is named who is deleted.
import { sql } from 'kysely';
import type { Call } from '#operations/call.ts';

/** Rows that hold one of `words`, phone digits or user ids, however the number was written. */
export async function eraseRejections(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  words: readonly string[],
): Promise<void> {
  await sql`
    delete from import_rejections r where r.workspace_id = ${call.workspaceId}
      and exists (select from unnest(${words}::text[]) word
        where r.cells::text like '%' || word || '%' or regexp_replace(r.cells::text, '[ ./()-]', '', 'g') like '%' || word || '%')`.execute(
    call.tx,
  );
}
