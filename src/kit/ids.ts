// Makes ids and other random values; nothing else in the product draws randomness.
import { randomBytes, randomUUID } from 'node:crypto';
import { validate } from 'uuid';
import { now } from './clock.ts';

/** A clock further back than this was set back: ids follow it. */
const CLOCK_SET_BACK_MS = 1_000;
let lastMs = 0;
let sequence = 0;

/** A new UUIDv7: unique, and ordered by the time it was made, also within the same millisecond. */
export function newId(): string {
  const random = randomUUID();
  const ms = now().getTime();
  if (ms > lastMs || ms < lastMs - CLOCK_SET_BACK_MS) {
    lastMs = ms;
    // Begins anywhere in the lower half, so that what follows in this millisecond can count up.
    sequence = Number.parseInt(random.slice(0, 3), 16) & 0x7ff;
  } else {
    sequence += 1;
    if (sequence > 0xfff) {
      lastMs += 1;
      sequence = 0;
    }
  }
  const time = lastMs.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence.toString(16).padStart(3, '0')}${random.slice(18)}`;
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
