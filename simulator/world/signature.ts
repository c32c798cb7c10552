// A webhook body in the very bytes that WhatsApp sends and signs.

import { createHmac } from 'node:crypto';

/** JSON with everything outside ASCII as lower-case \uXXXX and every slash as \/. */
export function webhookBytes(payload: unknown): Buffer {
  const json = JSON.stringify(payload).replace(/\//g, '\\/');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the class starts where ASCII ends
  const ascii = /^[\u0000-\u007f]*$/.test(json) ? json : json.replace(/[\u0080-\uffff]/g, escaped);
  return Buffer.from(ascii, 'latin1');
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** The value of X-Hub-Signature-256. */
export function signature(bytes: Buffer, appSecret: string): string {
  return `sha256=${createHmac('sha256', appSecret).update(bytes).digest('hex')}`;
}
