// Writes a template with its values, as a message to one person.

import type {
  TemplateButtonValue,
  TemplateHeaderValue,
  TemplateMessage,
  TemplateValues,
  TextValue,
} from '#whatsapp/outgoing-message.ts';
import { type Json, present } from './loose.ts';
import { writeMedia } from './write-media.ts';

export function writeTemplateMessage({ name, language, values = {} }: TemplateMessage): Json {
  const components = [
    ...writeParts(values),
    ...(values.offerExpiresAt ? [writeOffer(values.offerExpiresAt)] : []),
    ...(values.cards ? [writeCards(values.cards)] : []),
  ];
  return {
    name,
    language: { code: language },
    ...(components.length > 0 ? { components } : {}),
  };
}

function writeParts({ header, body, buttons }: Pick<TemplateValues, 'header' | 'body' | 'buttons'>): Json[] {
  return [
    ...(header ? [{ type: 'header', parameters: [writeHeader(header)] }] : []),
    ...(body && body.length > 0 ? [{ type: 'body', parameters: body.map(writeText) }] : []),
    ...(buttons ?? []).map(writeButton),
  ];
}

function writeText({ text, name }: TextValue): Json {
  return present({ type: 'text', parameter_name: name, text });
}

function writeHeader(header: TemplateHeaderValue): Json {
  switch (header.type) {
    case 'text':
      return writeText(header.value);
    case 'location': {
      const { latitude, longitude, name, address } = header;
      return { type: 'location', location: present({ latitude, longitude, name, address }) };
    }
    case 'product':
      return {
        type: 'product',
        product: { catalog_id: header.catalogId, product_retailer_id: header.productId },
      };
    default:
      return {
        type: header.type,
        [header.type]: present({ ...writeMedia(header.media), filename: header.fileName }),
      };
  }
}

function writeButton(button: TemplateButtonValue): Json {
  const write = (parameter: Json): Json => ({
    type: 'button',
    sub_type: button.type,
    index: String(button.index),
    parameters: [parameter],
  });
  switch (button.type) {
    case 'quick_reply':
      return write({ type: 'payload', payload: button.payload });
    case 'url':
      return write({ type: 'text', text: button.text });
    case 'copy_code':
      return write({ type: 'coupon_code', coupon_code: button.code });
    case 'flow':
      return write({
        type: 'action',
        action: present({ flow_token: button.flowToken, flow_action_data: button.flowData }),
      });
    case 'catalog':
      return write({ type: 'action', action: present({ thumbnail_product_retailer_id: button.productId }) });
  }
}

function writeOffer(expiresAt: Date): Json {
  return {
    type: 'limited_time_offer',
    parameters: [
      { type: 'limited_time_offer', limited_time_offer: { expiration_time_ms: expiresAt.getTime() } },
    ],
  };
}

function writeCards(cards: NonNullable<TemplateValues['cards']>): Json {
  return {
    type: 'carousel',
    cards: cards.map((card, index) => ({ card_index: index, components: writeParts(card) })),
  };
}
