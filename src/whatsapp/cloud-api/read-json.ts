// Reads JSON without losing digits: integers beyond 2^53, such as template ids, become strings.

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const MINUS = 0x2d;
const ZERO = 0x30;
const NINE = 0x39;

/** A value begins the text, or stands behind one of these; digits between quotes do not count, as most ids are. */
const MAY_HOLD_LONG_INTEGER = /(?:^|[[:,])\s*-?\d{16}/;

/** As `JSON.parse`, with the same errors (`SyntaxError`), but for integers that a number cannot hold exactly. */
export function readJson(text: string): unknown {
  return JSON.parse(MAY_HOLD_LONG_INTEGER.test(text) ? quoteLongIntegers(text) : text);
}

/** The same text with every unsafe integer between quotes; strings are passed over, text that is no JSON stays none. */
export function quoteLongIntegers(text: string): string {
  const parts: string[] = [];
  let copied = 0;
  let at = 0;
  while (at < text.length) {
    const char = text.charCodeAt(at);
    if (char === QUOTE) at = endOfString(text, at);
    else if (char === MINUS || (char >= ZERO && char <= NINE)) {
      const end = endOfNumber(text, at);
      const token = text.slice(at, end);
      if (isLongInteger(token) && !isKey(text, end)) {
        parts.push(text.slice(copied, at), '"', token, '"');
        copied = end;
      }
      at = end;
    } else at += 1;
  }
  return copied === 0 ? text : parts.join('') + text.slice(copied);
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length) {
    const char = text.charCodeAt(at);
    if (char === QUOTE) return at + 1;
    at += char === BACKSLASH ? 2 : 1;
  }
  return text.length;
}

function endOfNumber(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && /[0-9.eE+-]/.test(text.charAt(at))) at += 1;
  return at;
}

function isLongInteger(token: string): boolean {
  return token.length >= 16 && /^-?[1-9]\d*$/.test(token) && !Number.isSafeInteger(Number(token));
}

/** A bare number before a colon is an error, which quotes would mend. */
function isKey(text: string, end: number): boolean {
  let at = end;
  while (at < text.length && /\s/.test(text.charAt(at))) at += 1;
  return text.charAt(at) === ':';
}
