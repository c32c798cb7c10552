// Turns what someone wants a customer to write into the message that WhatsApp would deliver.

import type { Inbound } from '../world/inbound.ts';
import { mediaKind } from '../world/media.ts';
import type { World } from '../world/world.ts';
import { BadWish } from './control.ts';
import { referralFrom } from './referral-wish.ts';
import { sampleFile } from './sample-files.ts';

const MEDIA = ['image', 'video', 'audio', 'document', 'sticker'];
const OTHERS = [
  'location',
  'contacts',
  'reaction',
  'interactive',
  'button',
  'order',
  'system',
  'unsupported',
  'edit',
  'revoke',
];

/** Reads `{"text":"Hi"}`, `{"image":{"bytes_base64","mime_type","caption"}}`, `{"location":{…}}` and the like. */
export function inboundFrom(world: World, phoneId: string, body: Record<string, unknown>): Inbound {
  const more = {
    repliesTo: body.reply_to === undefined ? undefined : String(body.reply_to),
    forwarded: body.forwarded === true,
    referral: referralFrom(world, phoneId, body.referral),
  };
  if (body.text !== undefined) {
    const text =
      typeof body.text === 'object' && body.text !== null
        ? (body.text as { body?: unknown }).body
        : body.text;
    if (typeof text !== 'string' || text === '') throw new BadWish('text must not be empty.');
    return { type: 'text', text: { body: text }, ...more };
  }
  const media = MEDIA.find((type) => body[type] !== undefined);
  if (media) return { type: media, [media]: mediaContent(world, phoneId, media, body[media]), ...more };
  const other = OTHERS.find((type) => body[type] !== undefined);
  if (!other) throw new BadWish(`Say what the customer writes: text, ${[...MEDIA, ...OTHERS].join(', ')}.`);
  if (other === 'unsupported') {
    const errors = [
      {
        code: 131051,
        title: 'Message type unknown',
        message: 'Message type unknown',
        error_data: { details: 'Message type is currently not supported.' },
      },
    ];
    return { type: 'unsupported', unsupported: { type: 'poll' }, errors, ...more };
  }
  return { type: other, [other]: body[other], ...more };
}

function mediaContent(world: World, phoneId: string, type: string, given: unknown): Record<string, unknown> {
  const wanted = (typeof given === 'object' && given !== null ? given : {}) as Record<string, unknown>;
  const sample = sampleFile(type);
  const mimeType = String(wanted.mime_type ?? sample.mimeType);
  if (mediaKind(mimeType) === undefined && type !== 'document')
    throw new BadWish(`${mimeType} cannot be sent as ${type}.`);
  const bytes =
    typeof wanted.bytes_base64 === 'string' ? Buffer.from(wanted.bytes_base64, 'base64') : sample.bytes;
  const fileName = type === 'document' ? String(wanted.filename ?? sample.fileName) : undefined;
  const media = world.media.add({ phoneId, mimeType, bytes, from: 'customer', fileName }, world.clock.now());
  return {
    ...(wanted.caption !== undefined && { caption: String(wanted.caption) }),
    ...(fileName && { filename: fileName }),
    mime_type: type === 'audio' && mimeType === 'audio/ogg' ? 'audio/ogg; codecs=opus' : mimeType,
    sha256: Buffer.from(media.sha256, 'hex').toString('base64'),
    id: media.id,
    url: world.mediaUrl(media),
    ...(type === 'audio' && { voice: wanted.voice === true }),
    ...(type === 'sticker' && { animated: wanted.animated === true }),
  };
}
