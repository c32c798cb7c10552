// Says what the server refused in the person's language: its English sentences are known here, with their gaps.

/** A sentence of the server with its gaps as `{name}`, and the same in the other languages. */
export type Sentence = readonly [en: string, it: string, es: string];

export type RefusalLanguage = 'it' | 'es';

/** Words for gaps that are known already, and not as the English sentence has them. */
export type Filling = Partial<Record<string, string>>;

type Known = { pattern: RegExp; gaps: string[]; said: Record<RefusalLanguage, string> };

const GAP = /\{(\w+)\}/g;
const NAMED_BY_SERVER: ReadonlySet<string> = new Set(['noun', 'word', 'done', 'rest']);

/** Answers a function that puts the server's sentence into `language`; unknown ones stay as they are. Pure. */
export function translator(
  sentences: readonly Sentence[],
  words: Readonly<Record<string, Record<RefusalLanguage, string>>>,
  language: RefusalLanguage,
): (message: string, known?: Filling) => string {
  const whole = new Map<string, string>();
  const gapped: Known[] = [];
  for (const [en, it, es] of sentences) {
    const said = { it, es };
    if (en.includes('{')) gapped.push({ ...patternOf(en), said });
    else whole.set(plain(en), said[language]);
  }
  const one = (message: string, known: Filling = {}): string | undefined => {
    const found = whole.get(plain(message));
    if (found !== undefined) return found;
    for (const { pattern, gaps, said } of gapped) {
      const match = pattern.exec(message);
      if (!match) continue;
      const filled = Object.fromEntries(gaps.map((gap, at) => [gap, match[at + 1] ?? '']));
      return said[language].replace(GAP, (_, gap: string) => known[gap] ?? spell(gap, filled[gap] ?? ''));
    }
    return undefined;
  };
  /** What the person named stays as it is; what the server names has a word or a sentence of its own. */
  const spell = (gap: string, value: string) =>
    NAMED_BY_SERVER.has(gap) ? (words[value]?.[language] ?? one(value) ?? bySentence(value)) : value;
  const bySentence = (text: string) =>
    text
      .split('. ')
      .map((part) => one(part) ?? part)
      .join('. ');
  return (message, known) => one(message, known) ?? message;
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
  const holding = gaps.map((gap) => (gap === 'noun' ? '([\\w ]+?)' : '([\\s\\S]+?)'));
  const pattern = parts.map((part, at) => part + (holding[at] ?? '')).join('');
  // A gap at the very end takes the full stop with it.
  return { pattern: new RegExp(`^${pattern}${en.endsWith('}') ? '' : '\\.?'}$`), gaps };
}
