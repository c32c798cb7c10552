// Writes a file of a message: by the id of its upload, or by the address that the provider fetches.

import type { MediaSource } from '#whatsapp/outgoing-message.ts';
import type { Json } from './loose.ts';

export function writeMedia(media: MediaSource): Json {
  return 'id' in media ? { id: media.id } : { link: media.link };
}
