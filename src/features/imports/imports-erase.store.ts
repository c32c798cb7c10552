// The SQL that deletes rejected rows of imports in which somebody is named who is deleted.
import { type RawBuilder, sql } from 'kysely';
import type { Call } from '#operations/call.ts';

/**
 * Rejected rows, and the rows that an import shows before it is started, that hold one of `words`, phone digits or user
 * ids, however the number was written.
 */
export async function eraseRejections(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  words: readonly string[],
): Promise<void> {
  await sql`
    delete from import_rejections r where r.workspace_id = ${call.workspaceId}
      and ${holds(sql`r.cells::text`, words)}`.execute(call.tx);
  await sql`
    update imports i set detected = i.detected || '{"sample": []}' where i.workspace_id = ${call.workspaceId}
      and ${holds(sql`(i.detected -> 'sample')::text`, words)}`.execute(call.tx);
}

function holds(text: RawBuilder<unknown>, words: readonly string[]): RawBuilder<boolean> {
  return sql<boolean>`exists (select from unnest(${words}::text[]) word where ${text} like '%' || word || '%'
    or regexp_replace(${text}, '[ ./()-]', '', 'g') like '%' || word || '%')`;
}
