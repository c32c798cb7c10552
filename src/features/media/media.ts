// The front door of media: files of messages, fetched from the provider and brought to it.
import { enqueue } from '#jobs/jobs.ts';
import { downloadMediaJob } from './jobs/download-media.job.ts';
import {
  findProviderMedia,
  insertReady,
  insertWaiting,
  type MediaCall,
  setMediaState,
} from './media.store.ts';

export { kindOf, type MediaKind } from './media-kinds.ts';
export { insertReady as attachFile };

/** Uploads live 30 days at the provider; a message may wait a while before it leaves. */
const UPLOAD_KEPT_MS = 28 * 86_400_000;

/** Has the files of received messages fetched. */
export async function fetchMedia(
  call: MediaCall,
  rows: readonly { messageId: string; mediaId: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  await insertWaiting(call, rows);
  for (const { messageId } of rows)
    await enqueue(call.tx, downloadMediaJob, { workspaceId: call.workspaceId, messageId });
}

/** Tries once more to fetch a file that could not be fetched. */
export async function fetchAgain(call: MediaCall, messageId: string): Promise<void> {
  await setMediaState(call, messageId, { state: 'waiting' });
  await enqueue(
    call.tx,
    downloadMediaJob,
    { workspaceId: call.workspaceId, messageId },
    { key: `media:${messageId}` },
  );
}

/** The provider's id of a file that was uploaded for sending from this number, or undefined: then upload it anew. */
export function uploadedMedia(
  call: MediaCall,
  numberId: string,
  fileId: string,
): Promise<string | undefined> {
  return findProviderMedia(call, numberId, fileId, new Date(call.now.getTime() - UPLOAD_KEPT_MS));
}
