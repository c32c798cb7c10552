// The rows of stored files: name, kind and size beside the bytes in the file store.
import type { Call } from '#operations/call.ts';

export type StoredFile = {
  id: string;
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

type InWorkspace = Pick<Call, 'tx' | 'workspaceId'>;

export async function insertFile(call: InWorkspace, file: StoredFile): Promise<void> {
  await call.tx
    .insertInto('files')
    .values({
      workspace_id: call.workspaceId,
      id: file.id,
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
    name,
    mimeType: row.mime_type,
    size: Number(row.size),
    sha256,
    purpose,
    createdAt: row.created_at,
  };
}

export async function deleteFileRow(call: InWorkspace, id: string): Promise<void> {
  await call.tx
    .deleteFrom('files')
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', id)
    .execute();
}
