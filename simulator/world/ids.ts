// Identifiers in the shapes that WhatsApp gives them.

import { createHash, randomBytes, randomUUID } from 'node:crypto';

/** A numeric id of 16 digits, as Graph gives to nodes; stays below 2^53. */
export function graphId(): string {
  const bytes = randomBytes(7);
  const number = bytes.readUIntBE(0, 6) * 31 + bytes[6]!;
  return String(1_000_000_000_000_000 + (number % 7_000_000_000_000_000));
}

export function fbtraceId(): string {
  return `A${randomBytes(17).toString('base64url').slice(0, 22)}`;
}

export function accessToken(): string {
  return `EAAG${randomBytes(48).toString('hex').toUpperCase()}`;
}

export function secretHex(): string {
  return randomBytes(16).toString('hex');
}

export type MessageDirection = 'business' | 'customer';

/** `wamid.` + base64 of the person's digits, the direction and 20 hex characters, laid out as WhatsApp does. */
export function wamid(customerDigits: string, direction: MessageDirection): string {
  const phone = Buffer.from(customerDigits, 'ascii');
  // Its first eight and last twelve digits are random; it takes them from a store, which is quicker.
  const random = randomUUID();
  const hex = Buffer.from((random.slice(0, 8) + random.slice(24)).toUpperCase(), 'ascii');
  const way = direction === 'business' ? 0x11 : 0x12;
  const bytes = Buffer.concat([
    Buffer.from([0x1c, 0x18, phone.length]),
    phone,
    Buffer.from([0x15, 0x02, 0x00, way, 0x18, hex.length]),
    hex,
    Buffer.from([0x00]),
  ]);
  return `wamid.${bytes.toString('base64')}`;
}

/** The business-scoped user id of a person: the same for one portfolio, different for another. */
export function businessScopedUserId(portfolioId: string, personKey: string, country: string): string {
  const digest = createHash('sha256').update(`${portfolioId}:${personKey}`).digest();
  return `${country}.${(digest.readBigUInt64BE(0) + 10_000_000_000_000_000_000n).toString().slice(0, 20)}`;
}

export function sha256Hex(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
