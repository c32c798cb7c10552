// Reads what a caller sent, whether as JSON, as a form or in the address.

import type { FastifyRequest } from 'fastify';
import { invalidParameter } from './graph-error.ts';

export type Fields = Record<string, unknown>;

/** All fields of a call: query and body together; the body wins. JSON inside form values is opened. */
export function fieldsOf(request: FastifyRequest): Fields {
  const body = request.body;
  const query = request.query as Fields;
  if (typeof body !== 'object' || body === null || Buffer.isBuffer(body)) return opened(query);
  if (Array.isArray(body)) throw invalidParameter('The body must be a JSON object.');
  let bare = true;
  for (const key in query) {
    if (key !== 'access_token') bare = false;
  }
  return bare ? (body as Fields) : { ...opened(query), ...(body as Fields) };
}

/** Opens values that are themselves JSON objects or lists, as forms and addresses carry them. */
export function opened(form: Fields): Fields {
  const fields: Fields = {};
  for (const [key, value] of Object.entries(form)) {
    if (key === 'access_token') continue;
    fields[key] = typeof value === 'string' && /^\s*[[{]/.test(value) ? parsed(value) : value;
  }
  return fields;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

export function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function truthy(value: unknown): boolean {
  return value === true || value === 'true' || value === 1 || value === '1';
}

/** Refuses a body without `messaging_product: "whatsapp"`. */
export function requireProduct(fields: Fields): void {
  if (fields.messaging_product === undefined)
    throw invalidParameter('The parameter messaging_product is required.');
  if (String(fields.messaging_product).toLowerCase() !== 'whatsapp') {
    throw invalidParameter('Param messaging_product must be one of {WHATSAPP}');
  }
}
