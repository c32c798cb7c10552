// What one value looks like in a table: short, on one line, and harmless to the terminal.

const INSTANT = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d):\d\d(?:\.\d+)?Z$/;
/** Letters that move the cursor, ring, or turn the direction of the text. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;
const WIDE =
  /[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\uff01-\uff60\u3000-\u303e]/u;
const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Things show their name, lists what is in them; times are to the minute, in UTC. */
export function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return harmless(value.replace(INSTANT, '$1 $2Z'));
  if (Array.isArray(value)) return value.map(cell).join(', ');
  if (typeof value !== 'object') return String(value);
  const { name, title, id } = value as Record<string, unknown>;
  const called = [name, title, id].find((one) => typeof one === 'string' && one !== '');
  return called === undefined ? harmless(JSON.stringify(value)) : harmless(called as string);
}

export function harmless(text: string): string {
  return text.replaceAll(UNSEEN, ' ').trim();
}

/** Columns of a terminal that `text` takes. */
export function widthOf(text: string): number {
  let width = 0;
  for (const { segment } of letters.segment(text)) width += WIDE.test(segment) ? 2 : 1;
  return width;
}

/** `text` in exactly `width` columns; what is too long ends in an ellipsis. */
export function padded(text: string, width: number): string {
  const own = widthOf(text);
  if (own <= width) return text + ' '.repeat(width - own);
  let kept = '';
  let taken = 0;
  for (const { segment } of letters.segment(text)) {
    const next = WIDE.test(segment) ? 2 : 1;
    if (taken + next > width - 1) break;
    kept += segment;
    taken += next;
  }
  return `${kept}…${' '.repeat(width - 1 - taken)}`;
}
