// Writes a message of ours as the body that the Cloud API takes.

import type {
  ContactCard,
  MessageHeader,
  OutgoingContent,
  OutgoingMessage,
} from '#whatsapp/outgoing-message.ts';
import { type Json, present } from './loose.ts';
import { writeMedia } from './write-media.ts';
import { writeTemplateMessage } from './write-template-message.ts';

type Of<T extends OutgoingContent['type']> = Extract<OutgoingContent, { type: T }>;

/** Digits that tell the flow feature's own version of the message. */
const FLOW_MESSAGE_VERSION = '3';

/** Throws `RangeError` when there is neither phone nor user id to send to. */
export function writeMessage(message: OutgoingMessage): Json {
  const { phone, userId } = message.recipient;
  if (!phone && !userId) throw new RangeError('A message needs a phone or a user id to go to');
  const { content, replyTo, callbackId } = message;
  return present({
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    to: phone,
    recipient: phone ? undefined : userId,
    // A reaction names its message itself and may not quote.
    context: replyTo && content.type !== 'reaction' ? { message_id: replyTo } : undefined,
    biz_opaque_callback_data: callbackId,
    ...writeContent(content),
  });
}

function writeContent(content: OutgoingContent): Json {
  switch (content.type) {
    case 'text':
      return { type: 'text', text: present({ body: content.text, preview_url: content.previewUrl }) };
    case 'image':
    case 'video':
      return {
        type: content.type,
        [content.type]: present({ ...writeMedia(content.media), caption: content.caption }),
      };
    case 'audio':
      return { type: 'audio', audio: present({ ...writeMedia(content.media), voice: content.voiceNote }) };
    case 'document':
      return {
        type: 'document',
        document: present({
          ...writeMedia(content.media),
          caption: content.caption,
          filename: content.fileName,
        }),
      };
    case 'sticker':
      return { type: 'sticker', sticker: writeMedia(content.media) };
    case 'location': {
      const { latitude, longitude, name, address } = content;
      return { type: 'location', location: present({ latitude, longitude, name, address }) };
    }
    case 'contacts':
      return { type: 'contacts', contacts: content.contacts.map(writeContactCard) };
    case 'reaction':
      return { type: 'reaction', reaction: { message_id: content.messageId, emoji: content.emoji ?? '' } };
    case 'template':
      return { type: 'template', template: writeTemplateMessage(content) };
    default:
      return { type: 'interactive', interactive: writeInteractive(content) };
  }
}

type Interactive = Exclude<
  OutgoingContent,
  Of<
    | 'text'
    | 'image'
    | 'video'
    | 'audio'
    | 'document'
    | 'sticker'
    | 'location'
    | 'contacts'
    | 'reaction'
    | 'template'
  >
>;

function writeInteractive(content: Interactive): Json {
  switch (content.type) {
    case 'buttons':
      return framed('button', content, {
        buttons: content.buttons.map(({ id, title }) => ({ type: 'reply', reply: { id, title } })),
      });
    case 'list':
      return framed('list', content, {
        button: content.button,
        sections: content.sections.map(({ title, rows }) => present({ title, rows: rows.map(present) })),
      });
    case 'cta_url':
      return framed('cta_url', content, named('cta_url', { display_text: content.label, url: content.url }));
    case 'flow':
      return framed('flow', content, named('flow', flowParameters(content)));
    case 'product':
      return framed('product', content, {
        catalog_id: content.catalogId,
        product_retailer_id: content.productId,
      });
    case 'product_list':
      return framed('product_list', content, {
        catalog_id: content.catalogId,
        sections: content.sections.map(({ title, productIds }) =>
          present({ title, product_items: productIds.map((id) => ({ product_retailer_id: id })) }),
        ),
      });
    case 'catalog':
      return framed('catalog_message', content, {
        name: 'catalog_message',
        ...(content.productId ? { parameters: { thumbnail_product_retailer_id: content.productId } } : {}),
      });
    case 'carousel':
      return framed('carousel', content, { cards: content.cards.map(writeCard) });
    case 'location_request':
      return framed('location_request_message', content, { name: 'send_location' });
    case 'contact_request':
      return framed('request_contact_info', content, { name: 'request_contact_info' });
    case 'call_permission_request':
      return framed('call_permission_request', content, { name: 'call_permission_request' });
  }
}

function framed(
  type: string,
  frame: { header?: MessageHeader; body?: string; footer?: string },
  action: Json,
): Json {
  return present({
    type,
    header: frame.header && writeHeader(frame.header),
    body: frame.body === undefined ? undefined : { text: frame.body },
    footer: frame.footer === undefined ? undefined : { text: frame.footer },
    action,
  });
}

function named(name: string, parameters: Json): Json {
  return { name, parameters };
}

function writeHeader(header: MessageHeader): Json {
  if (header.type === 'text') return { type: 'text', text: header.text };
  return {
    type: header.type,
    [header.type]: present({ ...writeMedia(header.media), filename: header.fileName }),
  };
}

function flowParameters(content: Of<'flow'>): Json {
  const { flow, screen, data } = content;
  return present({
    flow_message_version: FLOW_MESSAGE_VERSION,
    ...('id' in flow ? { flow_id: flow.id } : { flow_name: flow.name }),
    flow_cta: content.label,
    flow_token: content.flowToken,
    mode: content.draft ? 'draft' : undefined,
    flow_action: screen === undefined ? 'data_exchange' : 'navigate',
    flow_action_payload: screen === undefined ? undefined : present({ screen, data }),
  });
}

function writeCard(card: Of<'carousel'>['cards'][number], index: number): Json {
  return {
    card_index: index,
    type: 'cta_url',
    ...framed('cta_url', card, named('cta_url', { display_text: card.label, url: card.url })),
  };
}

function writeContactCard(card: ContactCard): Json {
  const { name, phones, emails, urls, addresses, organization, birthday } = card;
  return present({
    name: present({
      formatted_name: name.formatted,
      // The API wants one more part of the name beside the formatted one.
      first_name:
        name.first ?? (name.last || name.middle || name.prefix || name.suffix ? undefined : name.formatted),
      middle_name: name.middle,
      last_name: name.last,
      prefix: name.prefix,
      suffix: name.suffix,
    }),
    phones: phones?.map(({ phone, type, waId }) => present({ phone, type, wa_id: waId })),
    emails: emails?.map(present),
    urls: urls?.map(present),
    addresses: addresses?.map(({ countryCode, ...address }) =>
      present({ ...address, country_code: countryCode }),
    ),
    org: organization && present(organization),
    birthday,
  });
}
