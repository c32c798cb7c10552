// The SQL that forgets what was uploaded with imports: files nobody reads any more, rejected rows after a while.
import { sql } from 'kysely';
import type { Call } from '#operations/call.ts';

type ForgetCall = Pick<Call, 'tx' | 'workspaceId' | 'now'>;

/** Parts an import from its file and from the rows that it kept as a sample; answers the file. */
export async function partFromFile(call: ForgetCall, importId: string): Promise<string | null> {
  const { rows } = await sql<{ fileId: string | null }>`
    with before as (
      select workspace_id, id, file_id from imports
      where workspace_id = ${call.workspaceId} and id = ${importId} for update
    )
    update imports i set file_id = null, detected = i.detected || '{"sample": []}' from before b
    where i.workspace_id = b.workspace_id and i.id = b.id
    returning b.file_id as "fileId"`.execute(call.tx);
  return rows[0]?.fileId ?? null;
}

/** Imports that have a file and did not go on since `before`: never started, failed, or cancelled. */
export async function abandonedSince(call: ForgetCall, before: Date, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from imports
    where workspace_id = ${call.workspaceId} and file_id is not null
      and state in ('uploaded', 'completed', 'failed', 'cancelled')
      and coalesce(finished_at, created_at) < ${before} limit ${most}`.execute(call.tx);
  return rows.map((row) => row.id);
}

/** Deletes the rejected rows of imports that ended before then; their number stays. */
export async function forgetRejections(call: ForgetCall, before: Date): Promise<void> {
  await sql`
    with forgotten as (
      update imports set forgotten_at = ${call.now}
      where workspace_id = ${call.workspaceId} and forgotten_at is null and finished_at < ${before}
        and state in ('completed', 'failed', 'cancelled')
      returning workspace_id, id
    )
    delete from import_rejections r using forgotten f
    where r.workspace_id = f.workspace_id and r.import_id = f.id`.execute(call.tx);
}
