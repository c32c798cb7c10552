// Splits a text into its words as a reader hears them: without accents, disguises (fr33, f.r.e.e) and stretched letters.

export type Word = {
  /** As heard: lower case, no accents, disguises undone; digits stay in what is a number. */
  heard: string;
  /** Further ways to hear a stretched word: `freee` is also `free` and `fre`. */
  also: readonly string[];
  /** Where it stands in the text, in UTF-16 units. */
  start: number;
  end: number;
};

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}@$]*(?:[!|](?=\p{L})[\p{L}\p{M}\p{N}@$]+)*/gu;
const LETTERS_SPACED_OUT = 4;

const DISGUISES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'l',
};

/** The words of a text in order. Letters that stand alone in a row (`f r e e`) are one word. */
export function readWords(text: string): Word[] {
  const words = [...text.matchAll(WORD)].map((match): Word => {
    const plain = unaccented(match[0]);
    const heard = /\p{L}/u.test(plain) && !isAmount(plain) ? undisguised(plain) : plain;
    return { heard, also: unstretched(heard), start: match.index, end: match.index + match[0].length };
  });
  return joinSpacedOut(words);
}

function unaccented(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** `2x`, `10k`, `3d`, `1st`, `50th`: digits that mean digits. */
function isAmount(word: string): boolean {
  return /^\d+(\p{L}{1,2})?$/u.test(word);
}

function undisguised(word: string): string {
  return word.replaceAll(/[0134578@$!|]/g, (sign) => DISGUISES[sign] ?? sign);
}

function unstretched(word: string): string[] {
  if (!/(\p{L})\1\1/u.test(word)) return [];
  const most = (count: number) => word.replaceAll(/(\p{L})\1{2,}/gu, (_run, letter) => letter.repeat(count));
  return [most(2), most(1)];
}

function joinSpacedOut(words: readonly Word[]): Word[] {
  const joined: Word[] = [];
  for (let at = 0; at < words.length; ) {
    let end = at;
    while (end < words.length && words[end]!.heard.length === 1 && /\p{L}/u.test(words[end]!.heard)) end += 1;
    if (end - at >= LETTERS_SPACED_OUT) {
      const run = words.slice(at, end);
      const heard = run.map((word) => word.heard).join('');
      joined.push({ heard, also: unstretched(heard), start: run[0]!.start, end: run.at(-1)!.end });
      at = end;
    } else {
      joined.push(words[at]!);
      at += 1;
    }
  }
  return joined;
}
