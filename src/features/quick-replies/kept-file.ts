// The file that goes with a quick reply: one that was uploaded for that.
import { findFile } from '#features/files/files.ts';
import { QUICK_REPLY_FILE } from '#features/media/media.ts';
import { notFound } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';

/** Throws `not_found`, also for files that were uploaded for something else. */
export async function requireFile(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  fileId: string | null,
): Promise<void> {
  if (fileId === null) return;
  const file = await findFile(call, fileId);
  if (file?.purpose !== QUICK_REPLY_FILE) throw notFound('uploaded file');
}
