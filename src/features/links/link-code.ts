// The code at the end of a short link: which link, and which message carried it. Nothing is stored per recipient.
import { isId } from '#kit/ids.ts';

/** Of a link's number, in bytes. */
const NUMBER_BYTES = 5;
const ID_BYTES = 16;
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const RADIX = BigInt(ALPHABET.length);
/** 168 bits in letters and digits only: neither end of it can be taken for punctuation or formatting. */
export const CODE_LENGTH = 29;

export type LinkCode = { number: number; messageId: string };

/** `number` is below 2^40; `messageId` a UUID: its 74 random bits keep the code from being guessed. */
export function linkCode({ number, messageId }: LinkCode): string {
  let rest = (BigInt(number) << BigInt(ID_BYTES * 8)) | BigInt(`0x${messageId.replaceAll('-', '')}`);
  let code = '';
  for (let i = 0; i < CODE_LENGTH; i++) {
    code = ALPHABET[Number(rest % RADIX)] + code;
    rest /= RADIX;
  }
  return code;
}

/** Null when it is no code of ours. */
export function readLinkCode(code: string): LinkCode | null {
  if (code.length !== CODE_LENGTH) return null;
  let value = 0n;
  for (const letter of code) {
    const digit = ALPHABET.indexOf(letter);
    if (digit === -1) return null;
    value = value * RADIX + BigInt(digit);
  }
  const hex = value.toString(16).padStart((NUMBER_BYTES + ID_BYTES) * 2, '0');
  if (hex.length > (NUMBER_BYTES + ID_BYTES) * 2) return null;
  const bytes = Buffer.from(hex, 'hex');
  const messageId = asId(bytes.subarray(NUMBER_BYTES));
  return messageId === null ? null : { number: bytes.readUIntBE(0, NUMBER_BYTES), messageId };
}

/** The id, or null where the bytes are no UUID. */
function asId(bytes: Buffer): string | null {
  const id = bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return isId(id) ? id : null;
}
