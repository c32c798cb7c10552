// The front door of media: files of messages, fetched from the provider and brought to it.
import { findFile } from '#features/files/files.ts';
import { enqueue } from '#jobs/jobs.ts';
import { conflict, notFound } from '#kit/errors.ts';
import { pictureAddresses } from './ad-picture-addresses.ts';
import { insertAdPictures } from './ad-pictures.store.ts';
import { downloadMediaJob } from './jobs/download-media.job.ts';
import { fetchAdPictureJob } from './jobs/fetch-ad-picture.job.ts';
import { findProviderMedia, insertWaiting, type MediaCall, setMediaState } from './media.store.ts';
import { kindOf, type MediaKind } from './media-kinds.ts';

export { type AdPicture, findAdPictures, PICTURE_FAILURES } from './ad-pictures.store.ts';
export { findMessageMedia as mediaOfMessage, insertReady as attachFile } from './media.store.ts';
export { partFromFiles } from './media-erase.store.ts';

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

/** Has the pictures of advertisements fetched that brought customers; referrals without one are left out. */
export async function fetchAdPictures(
  call: MediaCall,
  rows: readonly { messageId: string; referral: object }[],
): Promise<void> {
  const ids = rows
    .filter(({ referral }) => pictureAddresses({ ...referral }).length > 0)
    .map(({ messageId }) => messageId);
  if (ids.length === 0) return;
  await insertAdPictures(call, ids);
  for (const messageId of ids)
    await enqueue(call.tx, fetchAdPictureJob, { workspaceId: call.workspaceId, messageId });
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

export type MediaToSend = {
  fileId: string;
  mediaId: string;
  name: string;
  mimeType: string;
  kind: MediaKind;
};

/** An uploaded file, ready for a message from this number. Throws `not_found`, and `upload_expired` after 28 days. */
export async function mediaForSending(
  call: MediaCall,
  numberId: string,
  fileId: string,
): Promise<MediaToSend> {
  const file = await findFile(call, fileId);
  if (file?.purpose !== 'message') throw notFound('uploaded file');
  const mediaId = await findProviderMedia(
    call,
    numberId,
    fileId,
    new Date(call.now.getTime() - UPLOAD_KEPT_MS),
  );
  if (!mediaId)
    throw conflict(
      'upload_expired',
      'This file was not uploaded for this number, or too long ago: upload it again.',
    );
  const { name, mimeType } = file;
  return { fileId, mediaId, name, mimeType, kind: kindOf(mimeType) };
}
