// Says what the server refused in the person's language: its English sentences are known here, with their gaps.

/** A sentence of the server with its gaps as `{name}`, and the same in the other languages. */
export type Sentence = readonly [en: string, it: string, es: string];

export type RefusalLanguage = 'it' | 'es';

type Known = { pattern: RegExp; gaps: string[]; said: Record<RefusalLanguage, string> };

const GAP = /\{(\w+)\}/g;

/** Answers a function that puts the server's sentence into `language`; unknown ones stay as they are. Pure. */
export function translator(
  sentences: readonly Sentence[],
  nouns: Readonly<Record<string, Record<RefusalLanguage, string>>>,
  language: RefusalLanguage,
): (message: string) => string {
  const whole = new Map<string, string>();
  const gapped: Known[] = [];
  for (const [en, it, es] of sentences) {
    const said = { it, es };
    if (en.includes('{')) gapped.push({ ...patternOf(en), said });
    else whole.set(plain(en), said[language]);
  }
  const one = (message: string): string | undefined => {
    const found = whole.get(plain(message));
    if (found !== undefined) return found;
    for (const { pattern, gaps, said } of gapped) {
      const match = pattern.exec(message);
      if (!match) continue;
      const filled = Object.fromEntries(gaps.map((gap, at) => [gap, match[at + 1] ?? '']));
      return said[language].replace(GAP, (_, gap: string) => spell(gap, filled[gap] ?? ''));
    }
    return undefined;
  };
  /** What the person named stays as it is; what the server names has a word of its own. */
  const spell = (gap: string, value: string) =>
    gap === 'noun' ? (nouns[value]?.[language] ?? value) : gap === 'rest' ? (one(value) ?? value) : value;
  return (message) => one(message) ?? message;
}

/** With or without its full stop, a sentence is the same. */
function plain(sentence: string): string {
  return sentence.trim().replace(/\.$/, '');
}

function patternOf(en: string): { pattern: RegExp; gaps: string[] } {
  const gaps = [...en.matchAll(GAP)].map((match) => match[1]!);
  const parts = plain(en)
    .split(/\{\w+\}/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return { pattern: new RegExp(`^${parts.join('([\\s\\S]+?)')}\\.?$`), gaps };
}
