// What is being looked for where one types: a word that begins with a sign, such as `@ann`. Pure.

export type Suggestion = {
  id: string;
  label: string;
  /** Said beside it, quieter. */
  detail?: string;
  /** Takes the place of the word and its sign; `null` when `take` does all there is to do. */
  insert: string | null;
  /** Called with where the caret stands when the word has gone. */
  take?: (caret: number) => void;
};

/** A sign that calls for suggestions. */
export type Suggester = {
  sign: string;
  /** What is suggested, for screen readers. */
  label: string;
  /** Letters behind the sign before anything is suggested. */
  least?: number;
  /** Best first. */
  suggest: (query: string) => readonly Suggestion[];
};

export type Sought = {
  sign: string;
  /** Where the sign stands in the text. */
  from: number;
  query: string;
};

/** The word before the caret, when it begins with one of `signs` and stands by itself. */
export function soughtAt(text: string, caret: number, signs: readonly string[]): Sought | null {
  const before = text.slice(0, caret);
  const word = /\S*$/.exec(before)?.[0] ?? '';
  const [sign] = word;
  if (sign === undefined || !signs.includes(sign)) return null;
  return { sign, from: caret - word.length, query: word.slice(1) };
}

/** The text with `insert` in place of what was sought, and where the caret stands then: behind one space. */
export function replaceSought(
  text: string,
  caret: number,
  { from }: Sought,
  insert: string,
): { text: string; caret: number } {
  const after = text.slice(caret);
  const taken = insert === '' || /^\s/.test(after) ? insert : `${insert} `;
  const gap = insert !== '' && /^\s/.test(after) ? 1 : 0;
  return { text: text.slice(0, from) + taken + after, caret: from + taken.length + gap };
}

/** Without case and accents, as one compares names. */
export function plain(words: string): string {
  return words.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
