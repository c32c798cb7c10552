// Finds the files of one conversation, of messages and of headers of templates, in order of time.
import { sql } from 'kysely';
import type { EntryPlace, VisibleThread } from '#features/threads/threads.ts';
import type { Call } from '#operations/call.ts';

export type ChatFile = {
  messageId: string;
  at: Date;
  state: 'waiting' | 'ready' | 'failed';
  failure: string | null;
  /** Null: it never came, or is gone. */
  file: { bytesId: string; name: string; mimeType: string; sha256: string } | null;
};

type Row = Omit<ChatFile, 'file'> & {
  bytesId: string | null;
  name: string;
  mimeType: string;
  sha256: string;
};

/** The next ones after a place; oldest first. */
export async function readChatFiles(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  thread: VisibleThread,
  limit: number,
  after: EntryPlace,
): Promise<ChatFile[]> {
  const { rows } = await sql<Row>`
    select m.id as "messageId", m.at, coalesce(mm.state, 'ready') as state, mm.failure, f.bytes_id as "bytesId", f.name,
      f.mime_type as "mimeType", f.sha256
    from messages m
      left join message_media mm on mm.workspace_id = m.workspace_id and mm.message_id = m.id
      left join lateral (select u.file_id from template_uploads u where u.workspace_id = m.workspace_id
        and u.media_id = m.content #>> '{values,header,media,id}' limit 1) u on m.kind = 'template'
      left join files f on f.workspace_id = m.workspace_id and f.id = coalesce(mm.file_id, u.file_id)
    where m.workspace_id = ${call.workspaceId} and m.conversation_id = ${thread.id}
      and (m.at, m.id) > (${after.at}::timestamptz, ${after.id}::uuid)
      and (mm.message_id is not null or u.file_id is not null)
      and m.content ->> 'withdrawn' is distinct from 'true'
    order by m.at, m.id limit ${limit}`.execute(call.tx);
  return rows.map(({ bytesId, name, mimeType, sha256, ...row }) => ({
    ...row,
    file: bytesId === null ? null : { bytesId, name, mimeType, sha256 },
  }));
}
