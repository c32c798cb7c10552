// The front door of media: files of messages, fetched from the provider and brought to it.
import { buffer } from 'node:stream/consumers';
import { findFile, readFileById, type StoredFile } from '#features/files/files.ts';
import { providerForNumber } from '#features/numbers/numbers.ts';
import { enqueue } from '#jobs/jobs.ts';
import { conflict, notFound } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';
import { pictureAddresses } from './ad-picture-addresses.ts';
import { insertAdPictures } from './ad-pictures.store.ts';
import { bringToProvider } from './bring-to-provider.ts';
import { downloadMediaJob } from './jobs/download-media.job.ts';
import { fetchAdPictureJob } from './jobs/fetch-ad-picture.job.ts';
import {
  findProviderMedia,
  insertWaiting,
  isOfQuickReply,
  type MediaCall,
  saveProviderMedia,
  setMediaState,
} from './media.store.ts';
import { kindOf, type MediaKind, sendableType } from './media-kinds.ts';

export { type AdPicture, findAdPictures, PICTURE_FAILURES } from './ad-pictures.store.ts';
export { findMessageMedia as mediaOfMessage, insertReady as attachFile } from './media.store.ts';
export { partFromFiles } from './media-erase.store.ts';
export { sendFile } from './send-file.ts';
export { takeSendable } from './take-sendable.ts';

/** Files that are kept for quick replies, and sent with them from any number. */
export const QUICK_REPLY_FILE = 'quick_reply';

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

/**
 * An uploaded file, ready for a message from this number; brought to the provider once more where it was too long
 * ago. Throws `not_found`, `upload_missing` for a file that was uploaded for another number, and `upload_refused`.
 */
export async function mediaForSending(
  call: MediaCall & Pick<Call, 'services' | 'userId'>,
  numberId: string,
  fileId: string,
): Promise<MediaToSend> {
  const file = await findFile(call, fileId);
  if (file?.purpose !== 'message' && file?.purpose !== QUICK_REPLY_FILE) throw notFound('uploaded file');
  const { name, mimeType } = file;
  const known = await findProviderMedia(call, numberId, fileId);
  if (!known && !(await isOfQuickReply(call, fileId)))
    throw conflict('upload_missing', 'This file was not uploaded for this number: upload it again.');
  const isFresh = known && known.uploadedAt.getTime() > call.now.getTime() - UPLOAD_KEPT_MS;
  const mediaId = isFresh ? known.mediaId : await bringAgain(call, numberId, file);
  return { fileId, mediaId, name, mimeType, kind: kindOf(mimeType) };
}

async function bringAgain(
  call: MediaCall & Pick<Call, 'services' | 'userId'>,
  numberId: string,
  { id: fileId, name: fileName, mimeType }: StoredFile,
): Promise<string> {
  const provider = await providerForNumber(call, numberId);
  const bytes = await buffer(await readFileById(call, fileId));
  const mediaId = await bringToProvider(provider, { fileName, mimeType: sendableType(mimeType), bytes });
  await saveProviderMedia(call, { numberId, fileId, mediaId });
  return mediaId;
}
