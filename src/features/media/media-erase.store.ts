// The SQL that parts messages from their files, when the messages are deleted.
import { sql } from 'kysely';
import type { Call } from '#operations/call.ts';

/** Answers the files that no other message shows; uploads of templates and the like stay. */
export async function partFromFiles(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  messageIds: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with parted as (
      delete from message_media where workspace_id = ${call.workspaceId} and message_id = any(${messageIds}::uuid[])
      returning message_id, file_id
    ), parted_ads as (
      delete from ad_pictures where workspace_id = ${call.workspaceId} and message_id = any(${messageIds}::uuid[])
      returning file_id
    )
    select distinct f.id from (select file_id from parted union all select file_id from parted_ads) parted
      join files f on f.workspace_id = ${call.workspaceId} and f.id = parted.file_id
    where f.purpose like 'message%' and not exists (select from message_media o where o.workspace_id = ${call.workspaceId}
      and o.file_id = f.id and o.message_id <> all(${messageIds}::uuid[]))`.execute(call.tx);
  return rows.map((row) => row.id);
}
