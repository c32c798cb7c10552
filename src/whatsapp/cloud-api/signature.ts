// Checks that a webhook was signed with the app's secret, over the bytes as they arrived.

import { createHmac, timingSafeEqual } from 'node:crypto';

/** `header` is `X-Hub-Signature-256` (`sha256=<hex>`). A missing, malformed or wrong one gives false, never an error. */
export function signatureHolds(rawBody: Uint8Array, header: string | undefined, appSecret: string): boolean {
  const hex = /^sha256=([0-9a-f]{64})$/i.exec(header?.trim() ?? '')?.[1];
  if (!hex || appSecret === '') return false;
  const expected = createHmac('sha256', appSecret).update(rawBody).digest();
  return timingSafeEqual(expected, Buffer.from(hex, 'hex'));
}
