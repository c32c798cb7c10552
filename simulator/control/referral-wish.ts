// Turns what someone wants an advertisement to be into the referral that comes with a person's first message.

import { randomBytes } from 'node:crypto';
import type { World } from '../world/world.ts';
import { sampleFile } from './sample-files.ts';

/** An advertisement without a click id gets one. With `media_type` and no address, a picture or film is made up, or taken from `bytes_base64`; it lives for 7 days. */
export function referralFrom(
  world: World,
  phoneId: string,
  given: unknown,
): Record<string, unknown> | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  const { bytes_base64: base64, mime_type: type, ...wish } = given as Record<string, unknown>;
  const referral = { ctwa_clid: `ARA${randomBytes(30).toString('base64url')}`, ...wish };
  const kind = wish.media_type;
  if ((kind !== 'image' && kind !== 'video') || wish[`${kind}_url`] !== undefined) return referral;
  const sample = sampleFile(kind);
  const bytes = typeof base64 === 'string' ? Buffer.from(base64, 'base64') : sample.bytes;
  const mimeType = String(type ?? sample.mimeType);
  const media = world.media.add({ phoneId, mimeType, bytes, from: 'customer' }, world.clock.now());
  // An address that asks for no token, as those of advertisements.
  return { ...referral, [`${kind}_url`]: `${world.url}/phone/api/media/${media.id}` };
}
