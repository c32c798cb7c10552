// How many parts a text takes as SMS: 160 or 70 characters, fewer in each when there are several. Pure.

const PLAIN = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Take two places. */
const EXTENDED = new Set('\f^{}\\[~]|€');

export type SmsLength = {
  alphabet: 'gsm' | 'unicode';
  /** Characters as the network counts them. */
  length: number;
  parts: number;
  /** Characters that still fit into the last part. */
  left: number;
  /** The first character that makes it Unicode, where parts are less than half as long. */
  culprit: string | null;
};

export function smsLength(text: string): SmsLength {
  const characters = [...text];
  const culprit = characters.find((each) => !PLAIN.has(each) && !EXTENDED.has(each)) ?? null;
  if (culprit !== null)
    return measured(
      'unicode',
      partsOf(characters, (each) => each.length, 70, 67),
      culprit,
    );
  return measured(
    'gsm',
    partsOf(characters, (each) => (EXTENDED.has(each) ? 2 : 1), 160, 153),
    null,
  );
}

type Parts = { length: number; parts: number; left: number };

/** A character of two places is never split between parts. */
function partsOf(
  characters: readonly string[],
  size: (each: string) => number,
  one: number,
  many: number,
): Parts {
  const length = characters.reduce((sum, each) => sum + size(each), 0);
  if (length <= one) return { length, parts: length === 0 ? 0 : 1, left: one - length };
  let parts = 1;
  let used = 0;
  for (const each of characters) {
    const places = size(each);
    if (used + places > many) {
      parts += 1;
      used = 0;
    }
    used += places;
  }
  return { length, parts, left: many - used };
}

function measured(alphabet: SmsLength['alphabet'], parts: Parts, culprit: string | null): SmsLength {
  return { alphabet, ...parts, culprit };
}
