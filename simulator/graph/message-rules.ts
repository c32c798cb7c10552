// What a message of each type must look like before WhatsApp accepts it.

import type { World } from '../world/world.ts';
import { type Fields, isObject, textOf } from './fields.ts';
import { invalidParameter, invalidValue, missingParameter } from './graph-error.ts';
import { checkInteractive } from './interactive-rules.ts';

export const MESSAGE_TYPES = [
  'text',
  'image',
  'video',
  'audio',
  'document',
  'sticker',
  'location',
  'contacts',
  'reaction',
  'interactive',
  'template',
];

export interface Checking {
  world: World;
  phoneId: string;
}

/** Checks the part of a message named after its type. Throws the GraphError that WhatsApp would answer. */
export function checkContent(checking: Checking, type: string, fields: Fields): void {
  const content = fields[type];
  if (content === undefined || content === null || content === '') {
    throw missingParameter(`Parameter '${type}' is mandatory for type '${type}'`);
  }
  if (type === 'contacts') {
    checkContacts(content);
    return;
  }
  if (!isObject(content)) throw invalidParameter(`Param ${type} must be a JSON object.`);
  switch (type) {
    case 'text':
      checkText(content);
      break;
    case 'location':
      checkLocation(content);
      break;
    case 'reaction':
      if (!textOf(content.message_id))
        throw missingParameter("Parameter 'message_id' is mandatory for type 'reaction'");
      if (fields.context) throw invalidParameter('Param context is not allowed for reactions.');
      break;
    case 'interactive':
      checkInteractive(checking, content);
      break;
    case 'template':
      break;
    default:
      checkMedia(checking, type, content);
  }
}

/** Refuses text that is missing, empty or longer than `most` characters. */
export function checkLength(name: string, value: unknown, most: number, required = true): void {
  const text = textOf(value);
  if (text === undefined || text === '') {
    if (required) throw missingParameter(`Parameter '${name}' is required.`);
    return;
  }
  if ([...text].length > most)
    throw invalidParameter(`Param ${name} must be at most ${most} characters long.`);
}

/** Media by `id` (uploaded here) or by `link`, never neither. */
export function checkMedia({ world, phoneId }: Checking, type: string, content: Fields, name = type): void {
  const id = textOf(content.id);
  const link = textOf(content.link);
  if (!id && !link)
    throw invalidParameter(`For type '${type}' either an id or a link is required in ${name}.`);
  if (id) {
    const media = world.media.find(id, world.clock.now());
    if (!media || (media.phoneId !== phoneId && media.from === 'business')) {
      throw invalidParameter(
        `Param ${name}['id'] is not a valid whatsapp business account media attachment ID`,
      );
    }
  } else if (!/^https?:\/\/\S+$/i.test(link!)) {
    throw invalidParameter(`Param ${name}['link'] is not a valid URI.`);
  }
  if (content.caption !== undefined) {
    if (type === 'audio' || type === 'sticker')
      throw invalidParameter(`Param ${name}['caption'] is not allowed.`);
    checkLength(`${name}['caption']`, content.caption, 1024, false);
  }
  if (content.filename !== undefined) checkLength(`${name}['filename']`, content.filename, 240, false);
}

function checkText(text: Fields): void {
  if (textOf(text.body) === undefined || textOf(text.body)!.trim() === '') {
    throw missingParameter("Parameter 'text.body' is required and must not be empty.");
  }
  checkLength("text['body']", text.body, 4096);
}

function checkLocation(location: Fields): void {
  for (const [name, most] of [
    ['latitude', 90],
    ['longitude', 180],
  ] as const) {
    const value = location[name];
    if (value === undefined || value === '')
      throw missingParameter(`Parameter 'location.${name}' is required.`);
    if (!(Math.abs(Number(value)) <= most))
      throw invalidValue(`location.${name} must be between -${most} and ${most}.`);
  }
}

function checkContacts(contacts: unknown): void {
  if (!Array.isArray(contacts) || contacts.length === 0)
    throw missingParameter("Parameter 'contacts' must be a list.");
  if (contacts.length > 257) throw invalidValue('Up to 257 contacts can be sent in one message.');
  for (const contact of contacts) {
    const name = isObject(contact) ? contact.name : undefined;
    if (!isObject(name) || !textOf(name.formatted_name)) {
      throw missingParameter("Parameter 'contacts.name.formatted_name' is required.");
    }
    const parts = ['first_name', 'last_name', 'middle_name', 'prefix', 'suffix'];
    if (!parts.some((part) => textOf(name[part]))) {
      throw missingParameter(`One of ${parts.join(', ')} is required beside formatted_name.`);
    }
    const { birthday } = contact as Fields;
    if (birthday !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(String(birthday))) {
      throw invalidValue('contacts.birthday must be written as YYYY-MM-DD.');
    }
  }
}
