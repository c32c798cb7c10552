// Files that were uploaded by a business or sent by a customer, with the limits of each kind.

import { graphId, sha256Hex } from './ids.ts';

const MB = 1024 * 1024;

export interface MediaKind {
  kind: 'audio' | 'document' | 'image' | 'sticker' | 'video';
  maxBytes: number;
}

const KINDS: Record<string, MediaKind> = {};
for (const type of ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg', 'audio/opus']) {
  KINDS[type] = { kind: 'audio', maxBytes: 16 * MB };
}
for (const type of [
  'text/plain',
  'application/pdf',
  'application/msword',
  'application/vnd.ms-excel',
  'application/vnd.ms-powerpoint',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
]) {
  KINDS[type] = { kind: 'document', maxBytes: 100 * MB };
}
for (const type of ['image/jpeg', 'image/png']) KINDS[type] = { kind: 'image', maxBytes: 5 * MB };
KINDS['image/webp'] = { kind: 'sticker', maxBytes: 500 * 1024 };
for (const type of ['video/mp4', 'video/3gpp']) KINDS[type] = { kind: 'video', maxBytes: 16 * MB };

export const mediaTypes: string[] = Object.keys(KINDS);

/** Kind and size limit of a mime type (parameters such as `; codecs=opus` ignored); undefined when refused. */
export function mediaKind(mimeType: string): MediaKind | undefined {
  return KINDS[mimeType.split(';')[0]!.trim().toLowerCase()];
}

export interface Media {
  id: string;
  phoneId: string;
  mimeType: string;
  bytes: Buffer;
  sha256: string;
  fileName?: string;
  expiresAt: number;
  from: 'business' | 'customer';
}

export interface Upload {
  id: string;
  appId: string;
  fileName: string;
  mimeType: string;
  length: number;
  bytes: Buffer;
}

const DAY = 86_400_000;

export class MediaStore {
  #byId = new Map<string, Media>();
  /** Told of every new file. */
  onAdd: ((media: Media) => void) | undefined;
  uploads = new Map<string, Upload>();
  /** Files of finished resumable uploads, by handle. */
  handles = new Map<string, { mimeType: string; bytes: Buffer; fileName: string }>();

  /** Keeps a file: 30 days when a business uploaded it, 7 days when a customer sent it. */
  add(file: Pick<Media, 'phoneId' | 'mimeType' | 'bytes' | 'from' | 'fileName'>, now: number): Media {
    const media: Media = {
      ...file,
      id: graphId(),
      sha256: sha256Hex(file.bytes),
      expiresAt: now + (file.from === 'business' ? 30 : 7) * DAY,
    };
    this.#byId.set(media.id, media);
    this.onAdd?.(media);
    return media;
  }

  put(media: Media): void {
    this.#byId.set(media.id, media);
  }

  all(): Media[] {
    return [...this.#byId.values()];
  }

  find(id: string, now: number): Media | undefined {
    const media = this.#byId.get(id);
    if (media && media.expiresAt <= now) {
      this.#byId.delete(id);
      return undefined;
    }
    return media;
  }

  remove(id: string): void {
    this.#byId.delete(id);
  }

  clear(): void {
    this.#byId.clear();
    this.uploads.clear();
    this.handles.clear();
  }
}
