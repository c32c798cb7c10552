// The rows of stored files: name, kind and size beside the bytes in the file store.
import { sql } from 'kysely';
import type { Call } from '#operations/call.ts';

export type StoredFile = {
  id: string;
  /** Under which its bytes are kept; equal files of a workspace share them. */
  bytesId: string;
  name: string;
  /** Read from the bytes where they tell, else as it was declared. */
  mimeType: string;
  /** Bytes. */
  size: number;
  sha256: string;
  /** Which feature keeps it, and for what: `template_media`, `import`, … */
  purpose: string;
  createdAt: Date;
};

/** Uploads of imports are short-lived, and read by their own id. */
export const UNSHARED = 'import';

type InWorkspace = Pick<Call, 'tx' | 'workspaceId'>;

export async function insertFile(call: InWorkspace, file: StoredFile): Promise<void> {
  await call.tx
    .insertInto('files')
    .values({
      workspace_id: call.workspaceId,
      id: file.id,
      bytes_id: file.bytesId,
      name: file.name,
      mime_type: file.mimeType,
      size: file.size,
      sha256: file.sha256,
      purpose: file.purpose,
      created_at: file.createdAt,
    })
    .execute();
}

export async function findFile(call: InWorkspace, id: string): Promise<StoredFile | undefined> {
  const row = await call.tx
    .selectFrom('files')
    .selectAll()
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const { name, sha256, purpose } = row;
  return {
    id,
    bytesId: row.bytes_id,
    name,
    mimeType: row.mime_type,
    size: Number(row.size),
    sha256,
    purpose,
    createdAt: row.created_at,
  };
}

/** Until the transaction ends nobody else keeps or drops a file of these contents. */
async function lockContents(call: InWorkspace, sha256: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${call.workspaceId} ${sha256}`}, 2))`.execute(
    call.tx,
  );
}

/** Where bytes of the same contents are kept already; the answer holds until the transaction ends. */
export async function findSameBytes(
  call: InWorkspace,
  { sha256, size }: Pick<StoredFile, 'sha256' | 'size'>,
): Promise<string | undefined> {
  await lockContents(call, sha256);
  const row = await call.tx
    .selectFrom('files')
    .select('bytes_id')
    .where('workspace_id', '=', call.workspaceId)
    .where('sha256', '=', sha256)
    .where('size', '=', size)
    .where('purpose', '<>', UNSHARED)
    .orderBy('created_at')
    .executeTakeFirst();
  return row?.bytes_id;
}

/** Answers where the bytes are that nobody needs any more, if that is so. */
export async function deleteFileRow(call: InWorkspace, id: string): Promise<string | undefined> {
  const file = await findFile(call, id);
  if (!file) return undefined;
  await lockContents(call, file.sha256);
  await call.tx
    .deleteFrom('files')
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', id)
    .execute();
  const { rows } = await sql`select 1 from files
    where workspace_id = ${call.workspaceId} and bytes_id = ${file.bytesId} limit 1`.execute(call.tx);
  return rows.length === 0 ? file.bytesId : undefined;
}

/** Those of `ids` under which bytes of a file are kept. */
export async function bytesInUse(call: InWorkspace, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select distinct bytes_id as id from files
    where workspace_id = ${call.workspaceId} and bytes_id = any(${ids}::uuid[])`.execute(call.tx);
  return new Set(rows.map((row) => row.id));
}

/** Files of messages that were taken in before then and that no message shows, after an id in their order. */
export async function unsentSince(
  call: InWorkspace,
  before: Date,
  after: string,
  most: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select f.id from files f where f.workspace_id = ${call.workspaceId} and f.id > ${after}::uuid
      and f.purpose = 'message' and f.created_at < ${before}
      and not exists (select from message_media m where m.workspace_id = f.workspace_id and m.file_id = f.id)
    order by f.id limit ${most}`.execute(call.tx);
  return rows.map((row) => row.id);
}
