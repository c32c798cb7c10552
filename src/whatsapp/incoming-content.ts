// What a received message holds, in our own words.

import type { ContactCard } from './outgoing-message.ts';

/** What stands in imported history for a file that comes later, if it comes. */
export const MEDIA_FOLLOWS = 'media_placeholder';

export type IncomingMedia = {
  /** Absent in the placeholders of imported history. */
  mediaId?: string;
  mimeType?: string;
  sha256?: string;
  /** Some deliveries carry the address at once; it lives minutes. */
  url?: string;
  caption?: string;
  fileName?: string;
};

export type IncomingContent =
  | { type: 'text'; text: string }
  | ({ type: 'image' | 'video' | 'document' } & IncomingMedia)
  | ({ type: 'audio'; voiceNote: boolean } & IncomingMedia)
  | ({ type: 'sticker'; animated: boolean } & IncomingMedia)
  /** Coordinates are null when the provider sent something that is no number. */
  | {
      type: 'location';
      latitude: number | null;
      longitude: number | null;
      name?: string;
      address?: string;
      url?: string;
    }
  | { type: 'contacts'; contacts: ContactCard[] }
  /** `emoji: null` takes the reaction back. */
  | { type: 'reaction'; messageId: string; emoji: string | null }
  /** A tapped button of a template (`payload` is ours, if we gave one). */
  | { type: 'template_button'; payload: string; text: string }
  | { type: 'button_reply'; id: string; title: string }
  | { type: 'list_reply'; id: string; title: string; description?: string }
  /** `answers` is null when the flow's answer is no readable JSON; `answersText` has it as it came. */
  | { type: 'flow_reply'; name: string; text?: string; answers: unknown; answersText: string }
  | {
      type: 'call_permission_reply';
      accepted: boolean;
      permanent?: boolean;
      expiresAt?: Date;
      source?: string;
    }
  | {
      type: 'order';
      catalogId: string;
      text?: string;
      items: { productId: string; quantity: number | null; price: number | null; currency?: string }[];
    }
  /** WhatsApp tells of something that we have no other word for. */
  | { type: 'system'; event: string; text?: string; previous?: string; next?: string }
  /** A message that WhatsApp does not hand to business apps, such as a poll. */
  | { type: 'unsupported'; what?: string }
  /** A type that this version does not know; the event's `raw` has it. */
  | { type: 'unknown'; providerType: string };

export type MessageContext = {
  /** The provider's id of the quoted message. */
  replyTo?: string;
  from?: string;
  forwarded: boolean;
  forwardedManyTimes: boolean;
  product?: { catalogId: string; productId: string };
};

/** The advertisement or post that brought the person here: comes once, with the first message. */
export type Referral = {
  sourceType?: string;
  sourceId?: string;
  sourceUrl?: string;
  headline?: string;
  text?: string;
  mediaType?: string;
  imageUrl?: string;
  videoUrl?: string;
  thumbnailUrl?: string;
  /** Names the click for the Conversions API. */
  clickId?: string;
  welcomeText?: string;
};
