// Makes ids and other random values; nothing else in the product draws randomness.
import { randomBytes } from 'node:crypto';
import { v7, validate } from 'uuid';

/** A new UUIDv7: unique, and ordered by the time it was made. */
export function newId(): string {
  return v7();
}

/** The lowest id that `newId` can make at `time`: ids of that time and later are not below it. */
export function firstIdAt(time: Date): string {
  const hex = time.getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

export function isId(value: string): boolean {
  return validate(value);
}

/** An unguessable token of `bytes` random bytes, URL-safe. */
export function newToken(bytes = 32): string {
  return randomBytes(bytes).toString('base64url');
}

/** A random number below 2^40. */
export function newLinkNumber(): number {
  return randomBytes(5).readUIntBE(0, 5);
}
