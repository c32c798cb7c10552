// Remembers which files the provider holds for which number, and until when.
import type { Call } from '#operations/call.ts';
import type { InWorkspace } from './templates.store.ts';

/** Media ids by file id, of those that the provider still has. */
export async function readUploads(
  call: InWorkspace & Pick<Call, 'now'>,
  numberId: string,
  fileIds: string[],
): Promise<Map<string, string>> {
  const rows = await call.tx
    .selectFrom('template_uploads')
    .select(['file_id', 'media_id'])
    .where('workspace_id', '=', call.workspaceId)
    .where('number_id', '=', numberId)
    .where('file_id', 'in', fileIds)
    .where('expires_at', '>', call.now)
    .execute();
  return new Map(rows.map((row) => [row.file_id, row.media_id]));
}

export async function keepUpload(
  call: InWorkspace,
  upload: { fileId: string; numberId: string; mediaId: string; expiresAt: Date },
): Promise<void> {
  const kept = { media_id: upload.mediaId, expires_at: upload.expiresAt };
  await call.tx
    .insertInto('template_uploads')
    .values({ workspace_id: call.workspaceId, file_id: upload.fileId, number_id: upload.numberId, ...kept })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'file_id', 'number_id']).doUpdateSet(kept))
    .execute();
}
