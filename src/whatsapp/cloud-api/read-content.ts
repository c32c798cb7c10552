// Reads what one received message holds, whatever its type.

import {
  type IncomingContent,
  type IncomingMedia,
  MEDIA_FOLLOWS,
  type MessageContext,
  type Referral,
} from '#whatsapp/incoming-content.ts';
import { flag, isObject, type Json, number, part, parts, present, text, time } from './loose.ts';
import { readContactCard } from './read-contact-card.ts';

type Reader = (message: Json) => IncomingContent | undefined;

/** Without a prototype: a type called `constructor` must find nothing. */
const readers: Readonly<Record<string, Reader | undefined>> = Object.assign(Object.create(null), {
  text: (message) => ({ type: 'text', text: rawText(part(message, 'text'), 'body') }),
  image: (message) => ({ type: 'image', ...media(part(message, 'image')) }),
  video: (message) => ({ type: 'video', ...media(part(message, 'video')) }),
  document: (message) => ({ type: 'document', ...media(part(message, 'document')) }),
  audio: (message) => {
    const audio = part(message, 'audio');
    return { type: 'audio', voiceNote: flag(audio, 'voice') ?? false, ...media(audio) };
  },
  sticker: (message) => {
    const sticker = part(message, 'sticker');
    return { type: 'sticker', animated: flag(sticker, 'animated') ?? false, ...media(sticker) };
  },
  location: (message) => {
    const place = part(message, 'location');
    return present({
      type: 'location',
      latitude: number(place, 'latitude') ?? null,
      longitude: number(place, 'longitude') ?? null,
      name: text(place, 'name'),
      address: text(place, 'address'),
      url: text(place, 'url'),
    });
  },
  contacts: (message) => ({ type: 'contacts', contacts: parts(message, 'contacts').map(readContactCard) }),
  reaction: (message) => {
    const reaction = part(message, 'reaction');
    const messageId = text(reaction, 'message_id');
    return messageId === undefined
      ? undefined
      : { type: 'reaction', messageId, emoji: text(reaction, 'emoji') ?? null };
  },
  button: (message) => {
    const button = part(message, 'button');
    const words = rawText(button, 'text');
    return { type: 'template_button', payload: text(button, 'payload') ?? words, text: words };
  },
  interactive: (message) => readInteractive(part(message, 'interactive')),
  order: (message) => {
    const order = part(message, 'order');
    return present({
      type: 'order',
      catalogId: rawText(order, 'catalog_id'),
      text: text(order, 'text'),
      items: parts(order, 'product_items').map((item) =>
        present({
          productId: rawText(item, 'product_retailer_id'),
          quantity: number(item, 'quantity') ?? null,
          price: number(item, 'item_price') ?? null,
          currency: text(item, 'currency'),
        }),
      ),
    });
  },
  system: (message) => {
    const system = part(message, 'system');
    return present({ type: 'system', event: text(system, 'type') ?? 'unknown', text: text(system, 'body') });
  },
  unsupported: (message) =>
    present({ type: 'unsupported', what: text(part(message, 'unsupported'), 'type') ?? faultTitle(message) }),
  // In handed-over history the file follows in a part of its own.
  media_placeholder: () => ({ type: 'unsupported', what: MEDIA_FOLLOWS }),
} satisfies Record<string, Reader>);

/** Never fails: a type or shape that has no reader becomes `unknown` with the provider's word for it. */
export function readContent(message: Json): IncomingContent {
  const type = text(message, 'type') ?? Object.keys(readers).find((key) => isObject(message[key]));
  if (type === undefined) return { type: 'unknown', providerType: '' };
  // Older payloads call an unsupported message "unknown" and explain it in `errors`.
  const reader = readers[type === 'unknown' && 'errors' in message ? 'unsupported' : type];
  if (
    type !== 'unsupported' &&
    type !== 'media_placeholder' &&
    type !== 'unknown' &&
    !Object.hasOwn(message, type)
  )
    return { type: 'unknown', providerType: type };
  return reader?.(message) ?? { type: 'unknown', providerType: type };
}

function readInteractive(interactive: Json): IncomingContent | undefined {
  const type =
    text(interactive, 'type') ??
    ['button_reply', 'list_reply', 'nfm_reply', 'call_permission_reply'].find((key) => key in interactive) ??
    '';
  const reply = part(interactive, type);
  if (!isObject(interactive[type])) return undefined;
  switch (type) {
    case 'button_reply':
      return { type, id: rawText(reply, 'id'), title: rawText(reply, 'title') };
    case 'list_reply':
      return present({
        type,
        id: rawText(reply, 'id'),
        title: rawText(reply, 'title'),
        description: text(reply, 'description'),
      });
    case 'nfm_reply':
      return readFlowReply(reply);
    case 'call_permission_reply':
      return present({
        type,
        accepted: text(reply, 'response') === 'accept',
        permanent: flag(reply, 'is_permanent'),
        expiresAt: time(reply, 'expiration_timestamp'),
        source: text(reply, 'response_source'),
      });
    default:
      return { type: 'unknown', providerType: `interactive/${type}` };
  }
}

function readFlowReply(reply: Json): IncomingContent {
  const given = reply.response_json;
  const answersText = typeof given === 'string' ? given : JSON.stringify(given ?? null);
  let answers: unknown = null;
  try {
    answers = JSON.parse(answersText);
  } catch {
    // A broken answer must not lose the message: its text is kept.
  }
  return present({
    type: 'flow_reply',
    name: text(reply, 'name') ?? 'flow',
    text: text(reply, 'body'),
    answers,
    answersText,
  });
}

function media(from: Json): IncomingMedia {
  return present({
    mediaId: text(from, 'id'),
    mimeType: text(from, 'mime_type'),
    sha256: text(from, 'sha256'),
    url: text(from, 'url'),
    caption: text(from, 'caption'),
    fileName: text(from, 'filename'),
  });
}

function faultTitle(message: Json): string | undefined {
  const [first] = parts(message, 'errors');
  return first && text(first, 'title');
}

/** As `text`, with an empty string for a missing one. */
function rawText(from: Json, key: string): string {
  return text(from, key) ?? '';
}

/** What surrounds a message: the one it quotes, whether it was forwarded, the product it asks about. */
export function readContext(message: Json): MessageContext | undefined {
  if (!isObject(message.context)) return undefined;
  const context = message.context;
  const product = part(context, 'referred_product');
  return present({
    replyTo: text(context, 'id'),
    from: text(context, 'from'),
    forwarded: flag(context, 'forwarded') ?? false,
    forwardedManyTimes: flag(context, 'frequently_forwarded') ?? false,
    product: isObject(context.referred_product)
      ? { catalogId: rawText(product, 'catalog_id'), productId: rawText(product, 'product_retailer_id') }
      : undefined,
  });
}

export function readReferral(message: Json): Referral | undefined {
  if (!isObject(message.referral) || Object.keys(message.referral).length === 0) return undefined;
  const referral = message.referral;
  return present({
    sourceType: text(referral, 'source_type'),
    sourceId: text(referral, 'source_id'),
    sourceUrl: text(referral, 'source_url'),
    headline: text(referral, 'headline'),
    text: text(referral, 'body'),
    mediaType: text(referral, 'media_type'),
    imageUrl: text(referral, 'image_url'),
    videoUrl: text(referral, 'video_url'),
    thumbnailUrl: text(referral, 'thumbnail_url'),
    clickId: text(referral, 'ctwa_clid'),
    welcomeText: text(part(referral, 'welcome_message'), 'text'),
  });
}
