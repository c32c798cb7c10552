// Which kind of message a file becomes, how large WhatsApp lets it be, and which files a browser may show by itself.
import { AppError } from '#kit/errors.ts';

export type MediaKind = 'image' | 'video' | 'audio' | 'document' | 'sticker';

const MB = 1_000_000;

/** Largest file of each kind, bytes. */
export const LARGEST: Record<MediaKind, number> = {
  image: 5 * MB,
  video: 16 * MB,
  audio: 16 * MB,
  document: 100 * MB,
  sticker: 500_000,
};

export const LARGEST_OF_ALL = LARGEST.document;

const KINDS: Record<string, MediaKind> = {
  'image/jpeg': 'image',
  'image/png': 'image',
  'video/mp4': 'video',
  'video/3gpp': 'video',
  'audio/aac': 'audio',
  'audio/amr': 'audio',
  'audio/mpeg': 'audio',
  'audio/mp4': 'audio',
  'audio/x-m4a': 'audio',
  'audio/ogg': 'audio',
  'audio/opus': 'audio',
  'image/webp': 'sticker',
};

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const DOCUMENTS = new Set([
  'text/plain',
  'application/pdf',
  'application/msword',
  'application/vnd.ms-excel',
  'application/vnd.ms-powerpoint',
  `${OFFICE}.wordprocessingml.document`,
  `${OFFICE}.spreadsheetml.sheet`,
  `${OFFICE}.presentationml.presentation`,
]);

function plain(mimeType: string): string {
  return mimeType.split(';')[0]!.trim().toLowerCase();
}

/** What has no kind of its own is a document. */
export function kindOf(mimeType: string): MediaKind {
  return KINDS[plain(mimeType)] ?? 'document';
}

/** Under which type WhatsApp takes the file: tables and the like as plain text; null: under none. */
export function takenType(mimeType: string): string | null {
  const type = plain(mimeType);
  if (type in KINDS || DOCUMENTS.has(type)) return mimeType;
  return /^text\/(?!html|xml|javascript)/.test(type) ? 'text/plain' : null;
}

/** The same; throws `file_type_refused` when there is none. */
export function sendableType(mimeType: string): string {
  const taken = takenType(mimeType);
  if (taken) return taken;
  throw new AppError(
    'file_type_refused',
    `WhatsApp takes no files of the type ${plain(mimeType)}. It takes pictures (JPEG, PNG), videos (MP4, 3GP), sound, PDF, text and Office documents.`,
    { status: 422 },
  );
}

/** Throws `too_large` with the kind's own limit. */
export function checkSize(kind: MediaKind, size: number): void {
  if (size > LARGEST[kind])
    throw new AppError(
      'too_large',
      `WhatsApp takes ${kind} files up to ${LARGEST[kind] / MB} MB, this one has ${(size / MB).toFixed(1)} MB: make it smaller.`,
    );
}

/** What a browser shows without being able to run anything in it; all else is downloaded. */
const SHOWN = new Set([
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'video/mp4',
  'video/3gpp',
  'video/webm',
  'audio/aac',
  'audio/amr',
  'audio/mpeg',
  'audio/mp4',
  'audio/x-m4a',
  'audio/ogg',
  'audio/opus',
]);

export function mayBeShown(mimeType: string): boolean {
  return SHOWN.has(plain(mimeType));
}
