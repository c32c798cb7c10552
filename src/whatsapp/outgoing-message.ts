// What the product can send to a person, in our own words.

/** At least one of the two; with both the phone decides. `phone` is E.164 (`+393331234567`). */
export type Recipient = { phone?: string; userId?: string };

/** A file that was uploaded before, or an address that the provider fetches itself. */
export type MediaSource = { id: string } | { link: string };

export type MessageHeader =
  | { type: 'text'; text: string }
  | { type: 'image' | 'video' | 'document'; media: MediaSource; fileName?: string };

export type ContactCard = {
  name: {
    formatted: string;
    first?: string;
    middle?: string;
    last?: string;
    prefix?: string;
    suffix?: string;
  };
  phones?: { phone: string; type?: string; waId?: string }[];
  emails?: { email: string; type?: string }[];
  urls?: { url: string; type?: string }[];
  addresses?: {
    street?: string;
    city?: string;
    state?: string;
    zip?: string;
    country?: string;
    countryCode?: string;
    type?: string;
  }[];
  organization?: { company?: string; department?: string; title?: string };
  /** YYYY-MM-DD. */
  birthday?: string;
};

/** `name` only in templates with named variables. */
export type TextValue = { text: string; name?: string };

export type TemplateHeaderValue =
  | { type: 'text'; value: TextValue }
  | { type: 'image' | 'video' | 'document'; media: MediaSource; fileName?: string }
  | { type: 'location'; latitude: number; longitude: number; name?: string; address?: string }
  | { type: 'product'; catalogId: string; productId: string };

/** `index` counts all buttons of the template from 0; only buttons that take a value are listed. */
export type TemplateButtonValue =
  | { type: 'quick_reply'; index: number; payload: string }
  | { type: 'url'; index: number; text: string }
  | { type: 'copy_code'; index: number; code: string }
  | { type: 'flow'; index: number; flowToken?: string; flowData?: Record<string, unknown> }
  | { type: 'catalog'; index: number; productId?: string };

export type TemplateValues = {
  header?: TemplateHeaderValue;
  body?: TextValue[];
  buttons?: TemplateButtonValue[];
  /** As many as the template has, in order. */
  cards?: { header?: TemplateHeaderValue; body?: TextValue[]; buttons?: TemplateButtonValue[] }[];
  /** End of a limited-time offer. */
  offerExpiresAt?: Date;
};

export type TemplateMessage = { type: 'template'; name: string; language: string; values?: TemplateValues };

type Framed = { header?: MessageHeader; body: string; footer?: string };

export type OutgoingContent =
  | { type: 'text'; text: string; previewUrl?: boolean }
  | { type: 'image' | 'video'; media: MediaSource; caption?: string }
  | { type: 'audio'; media: MediaSource; voiceNote?: boolean }
  | { type: 'document'; media: MediaSource; caption?: string; fileName?: string }
  | { type: 'sticker'; media: MediaSource }
  | { type: 'location'; latitude: number; longitude: number; name?: string; address?: string }
  | { type: 'contacts'; contacts: ContactCard[] }
  /** `emoji: null` takes a reaction back. */
  | { type: 'reaction'; messageId: string; emoji: string | null }
  | ({ type: 'buttons'; buttons: { id: string; title: string }[] } & Framed)
  | ({
      type: 'list';
      button: string;
      sections: { title?: string; rows: { id: string; title: string; description?: string }[] }[];
    } & Framed)
  | ({ type: 'cta_url'; label: string; url: string } & Framed)
  | ({
      type: 'flow';
      flow: { id: string } | { name: string };
      label: string;
      flowToken?: string;
      draft?: boolean;
      screen?: string;
      /** First data of `screen`; without a screen the flow asks its own server. */
      data?: Record<string, unknown>;
    } & Framed)
  | { type: 'product'; catalogId: string; productId: string; body?: string; footer?: string }
  | ({
      type: 'product_list';
      catalogId: string;
      sections: { title?: string; productIds: string[] }[];
    } & Framed)
  | { type: 'catalog'; body: string; footer?: string; productId?: string }
  | {
      type: 'carousel';
      body: string;
      cards: {
        header: { type: 'image' | 'video'; media: MediaSource };
        body?: string;
        label: string;
        url: string;
      }[];
    }
  | { type: 'location_request'; body: string }
  | { type: 'contact_request'; body: string }
  | { type: 'call_permission_request'; body: string }
  | TemplateMessage;

export type OutgoingMessage = {
  recipient: Recipient;
  content: OutgoingContent;
  /** The provider's id of the message that this one quotes. */
  replyTo?: string;
  /** Our own id of the message: comes back with every status. At most 512 characters. */
  callbackId?: string;
};
