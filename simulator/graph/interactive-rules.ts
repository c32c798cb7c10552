// The limits of interactive messages: buttons, lists, links, flows, products, carousels.

import { type Fields, isObject, textOf } from './fields.ts';
import { invalidValue, missingParameter } from './graph-error.ts';
import { type Checking, checkLength, checkMedia } from './message-rules.ts';

const MEDIA_HEADERS = ['text', 'image', 'video', 'document'];

interface Kind {
  headers: string[];
  headerRequired?: boolean;
  body?: 'optional';
  bodyMost?: number;
  check?: (action: Fields, checking: Checking) => void;
}

const KINDS: Record<string, Kind> = {
  button: { headers: MEDIA_HEADERS, check: checkButtons },
  list: { headers: ['text'], bodyMost: 4096, check: checkList },
  cta_url: { headers: MEDIA_HEADERS, check: checkLink },
  flow: { headers: MEDIA_HEADERS, check: checkFlow },
  product: {
    headers: [],
    body: 'optional',
    check: (action) => need(action, 'catalog_id', 'product_retailer_id'),
  },
  product_list: { headers: ['text'], headerRequired: true, check: checkProducts },
  catalog_message: { headers: [], check: (action) => needName(action, 'catalog_message') },
  carousel: { headers: [], check: checkCarousel },
  location_request_message: { headers: [], check: (action) => needName(action, 'send_location') },
  address_message: { headers: MEDIA_HEADERS, check: (action) => needName(action, 'address_message') },
  call_permission_request: {
    headers: [],
    body: 'optional',
    check: (action) => needName(action, 'call_permission_request'),
  },
  voice_call: { headers: [], check: (action) => needName(action, 'voice_call') },
  request_contact_info: { headers: [], check: (action) => needName(action, 'request_contact_info') },
  order_details: { headers: MEDIA_HEADERS, check: (action) => need(action, 'name', 'parameters') },
  order_status: { headers: [], check: (action) => need(action, 'name', 'parameters') },
};

/** Checks `interactive`. Throws 131008 for what is missing and 131009 or 100 for what breaks a limit. */
export function checkInteractive(checking: Checking, interactive: Fields): void {
  const type = textOf(interactive.type);
  const kind = type ? KINDS[type] : undefined;
  if (!type) throw missingParameter("Parameter 'interactive.type' is required.");
  if (!kind) throw invalidValue(`interactive.type must be one of ${Object.keys(KINDS).join(', ')}.`);
  checkHeader(checking, kind, interactive.header);
  const body = isObject(interactive.body) ? interactive.body.text : undefined;
  checkLength("interactive['body']['text']", body, kind.bodyMost ?? 1024, kind.body !== 'optional');
  if (interactive.footer !== undefined) {
    checkLength(
      "interactive['footer']['text']",
      isObject(interactive.footer) ? interactive.footer.text : undefined,
      60,
    );
  }
  if (!isObject(interactive.action)) throw missingParameter("Parameter 'interactive.action' is required.");
  kind.check?.(interactive.action, checking);
}

function checkHeader(checking: Checking, kind: Kind, header: unknown): void {
  if (header === undefined) {
    if (kind.headerRequired) throw missingParameter("Parameter 'interactive.header' is required.");
    return;
  }
  const type = isObject(header) ? textOf(header.type)?.toLowerCase() : undefined;
  if (!isObject(header) || !type || !kind.headers.includes(type)) {
    throw invalidValue(
      `interactive.header.type must be one of ${kind.headers.join(', ') || '(no header allowed)'}.`,
    );
  }
  if (type === 'text') checkLength("interactive['header']['text']", header.text, 60);
  else if (isObject(header[type]))
    checkMedia(checking, type, header[type] as Fields, `interactive['header']['${type}']`);
  else throw missingParameter(`Parameter 'interactive.header.${type}' is required.`);
}

function checkButtons(action: Fields): void {
  const buttons = list(action.buttons, 'interactive.action.buttons', 1, 3);
  const seen = { ids: new Set<string>(), titles: new Set<string>() };
  for (const button of buttons) {
    const reply = button.reply;
    if (button.type !== 'reply' || !isObject(reply))
      throw invalidValue("Each button needs type 'reply' and a reply.");
    between('Button title', reply.title, 1, 20);
    between('Button id', reply.id, 1, 256);
    unique(seen.ids, textOf(reply.id)!, 'Button ids');
    unique(seen.titles, textOf(reply.title)!, 'Button titles');
  }
}

function checkList(action: Fields): void {
  between('Button text of the list', action.button, 1, 20);
  const sections = list(action.sections, 'interactive.action.sections', 1, 10);
  const ids = new Set<string>();
  for (const section of sections) {
    if (sections.length > 1 || section.title !== undefined)
      between('Section title', section.title, sections.length > 1 ? 1 : 0, 24);
    for (const row of list(section.rows, 'rows', 1, 10)) {
      between('Row id', row.id, 1, 200);
      between('Row title', row.title, 1, 24);
      if (row.description !== undefined) between('Row description', row.description, 0, 72);
      unique(ids, textOf(row.id)!, 'Row ids');
    }
  }
  if (ids.size > 10) throw invalidValue('Total row count exceeds the maximum of 10.');
}

function checkLink(action: Fields): void {
  needName(action, 'cta_url');
  const parameters = isObject(action.parameters) ? action.parameters : {};
  between('display_text', parameters.display_text, 1, 20);
  if (!/^https?:\/\/\S+$/i.test(textOf(parameters.url) ?? ''))
    throw invalidValue('url must be a valid link.');
}

function checkFlow(action: Fields): void {
  needName(action, 'flow');
  const parameters = isObject(action.parameters) ? action.parameters : {};
  need(parameters, 'flow_message_version');
  if (!parameters.flow_id && !parameters.flow_name)
    throw missingParameter('One of flow_id and flow_name is required.');
  between('flow_cta', parameters.flow_cta, 1, 30);
}

function checkProducts(action: Fields): void {
  need(action, 'catalog_id');
  let count = 0;
  for (const section of list(action.sections, 'interactive.action.sections', 1, 10)) {
    for (const item of list(section.product_items, 'product_items', 1, 30)) {
      need(item, 'product_retailer_id');
      count++;
    }
  }
  if (count > 30) throw invalidValue('Up to 30 products can be sent in one message.');
}

function checkCarousel(action: Fields, checking: Checking): void {
  const headers = new Set<string>();
  for (const card of list(action.cards, 'interactive.action.cards', 2, 10)) {
    if (!isObject(card.action)) throw missingParameter('Each card needs an action.');
    if (card.type === 'product') {
      need(card.action, 'catalog_id', 'product_retailer_id');
      continue;
    }
    const header = isObject(card.header) ? card.header : {};
    const type = textOf(header.type) ?? '';
    if (type !== 'image' && type !== 'video')
      throw invalidValue('The header of a card must be an image or a video.');
    checkMedia(checking, type, isObject(header[type]) ? header[type] : {}, `card['header']['${type}']`);
    headers.add(type);
    const text = isObject(card.body) ? textOf(card.body.text) : undefined;
    if (text !== undefined && text.split('\n').length > 3)
      throw invalidValue('The body of a card has at most 2 line breaks.');
    checkLength("card['body']['text']", text, 160, false);
    if (card.type === 'cta_url' || card.action.name === 'cta_url') checkLink(card.action);
  }
  if (headers.size > 1) throw invalidValue('All cards must have the same kind of header.');
}

function list(value: unknown, name: string, least: number, most: number): Fields[] {
  if (!Array.isArray(value) || value.length < least)
    throw missingParameter(`'${name}' needs at least ${least} items.`);
  if (value.length > most) throw invalidValue(`'${name}' has too many items. Min: ${least}, Max: ${most}`);
  if (!value.every(isObject)) throw invalidValue(`Every item of '${name}' must be an object.`);
  return value as Fields[];
}

function between(name: string, value: unknown, least: number, most: number): void {
  const length = [...(textOf(value) ?? '')].length;
  if (length < least || length > most) {
    throw invalidValue(`${name} length invalid. Min length: ${least}, Max length: ${most}`);
  }
}

function unique(seen: Set<string>, value: string, name: string): void {
  if (seen.has(value)) throw invalidValue(`${name} must be unique.`);
  seen.add(value);
}

function need(from: Fields, ...names: string[]): void {
  for (const name of names) {
    if (from[name] === undefined || from[name] === '')
      throw missingParameter(`Parameter '${name}' is required.`);
  }
}

function needName(action: Fields, name: string): void {
  if (action.name !== name) throw invalidValue(`interactive.action.name must be '${name}'.`);
}
