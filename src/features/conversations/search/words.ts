// What counts as a word when messages are searched, and where it stands in a text.

const LONGEST_WORD = 40;
const MOST_WORDS = 300;

export type Word = { word: string; from: number; to: number };

/** Words in their order, in lower case and without accents; `from` and `to` are places in `text`. */
export function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const word = plain(match[0]).slice(0, LONGEST_WORD);
    if (word !== '') words.push({ word, from: match.index, to: match.index + match[0].length });
    if (words.length === MOST_WORDS) break;
  }
  return words;
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

/** What a message says, for searching: its text, caption, the names of its file or place. */
export function searchableText(content: Record<string, unknown>): string {
  if (content.withdrawn === true) return '';
  const parts = ['text', 'title', 'caption', 'body', 'preview', 'fileName', 'name', 'address'];
  return parts.flatMap((part) => (typeof content[part] === 'string' ? [content[part]] : [])).join(' ');
}

/** A day in UTC as a lexeme; no word begins with the sign. */
export function dayLexeme(at: Date): string {
  return `#${at.toISOString().slice(0, 10).replaceAll('-', '')}`;
}

export type SnippetPart = { text: string; isHit: boolean };

const BEFORE = 40;
const LONGEST_SNIPPET = 160;

/** The surroundings of the first hit; `sought` as `wordsIn` gives them, of which the last may be a beginning. */
export function snippetOf(text: string, sought: readonly string[]): SnippetPart[] {
  const line = text.replace(/\s+/g, ' ').trim();
  const isHit = ({ word }: Word) =>
    sought.some((one, at) => word === one || (at === sought.length - 1 && word.startsWith(one)));
  const hits = wordsIn(line).filter(isHit);
  const start = Math.max(0, (hits[0]?.from ?? 0) - BEFORE);
  const from = start === 0 ? 0 : line.indexOf(' ', start) + 1;
  const to = Math.min(line.length, from + LONGEST_SNIPPET);
  const parts: SnippetPart[] = from > 0 ? [{ text: '… ', isHit: false }] : [];
  let place = from;
  for (const hit of hits) {
    if (hit.to > to) break;
    if (hit.from > place) parts.push({ text: line.slice(place, hit.from), isHit: false });
    parts.push({ text: line.slice(hit.from, hit.to), isHit: true });
    place = hit.to;
  }
  if (place < to) parts.push({ text: line.slice(place, to), isHit: false });
  if (to < line.length) parts.push({ text: '…', isHit: false });
  return parts;
}
