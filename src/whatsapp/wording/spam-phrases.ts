// Finds phrases that people know from spam in a text, however they are spelt.
import { PHRASES_EN } from './phrases-en.ts';
import { PHRASES_ES } from './phrases-es.ts';
import { PHRASES_IT } from './phrases-it.ts';
import { readWords, type Word } from './read-words.ts';

/** Why a phrase puts people off; each group has its own advice. */
export const PHRASE_GROUPS = ['prize', 'urgency', 'hype', 'money', 'bait', 'chain', 'own'] as const;
export type PhraseGroup = (typeof PHRASE_GROUPS)[number];

/** Phrases by group. A word may end in `*` (any ending); `#` is any number. */
export type PhraseList = Readonly<Partial<Record<PhraseGroup, readonly string[]>>>;

export type PhraseFound = {
  phrase: string;
  group: PhraseGroup;
  start: number;
  end: number;
};

/** What a workspace changes of the lists. */
export type PhraseChoice = {
  /** Its own phrases. */
  added: readonly string[];
  /** Phrases of ours that it may use. */
  allowed: readonly string[];
};

type Pattern = { phrase: string; group: PhraseGroup; words: readonly string[] };

const BUILT_IN: readonly Pattern[] = [PHRASES_EN, PHRASES_IT, PHRASES_ES].flatMap((list) =>
  Object.entries(list).flatMap(([group, phrases]) =>
    phrases.map((phrase) => toPattern(phrase, group as PhraseGroup)),
  ),
);

const NOTHING: PhraseChoice = { added: [], allowed: [] };

/** In the order of the text, none within another. All languages are looked at: customers read more than one. */
export function findPhrases(text: string, choice: PhraseChoice = NOTHING): PhraseFound[] {
  const words = readWords(text);
  const allowed = new Set(choice.allowed.map(sameForm));
  const patterns = [
    ...BUILT_IN.filter((pattern) => !allowed.has(sameForm(pattern.phrase))),
    ...choice.added.map((phrase) => toPattern(phrase, 'own')),
  ];
  const byFirst = groupByFirst(patterns);
  const found: PhraseFound[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const longest = candidates(byFirst, words[at]!)
      .filter((pattern) => matches(pattern, words, at))
      .toSorted((a, b) => b.words.length - a.words.length)[0];
    if (!longest) continue;
    const { phrase, group } = longest;
    const last = at + longest.words.length - 1;
    found.push({ phrase, group, start: words[at]!.start, end: words[last]!.end });
    at = last;
  }
  return found;
}

/** The built-in phrases by group, for people to look at. */
export function builtInPhrases(): { phrase: string; group: PhraseGroup }[] {
  return BUILT_IN.map(({ phrase, group }) => ({ phrase, group }));
}

/** Two spellings of one phrase have the same form. */
export function sameForm(phrase: string): string {
  return toPattern(phrase, 'own').words.join(' ');
}

function toPattern(phrase: string, group: PhraseGroup): Pattern {
  const words = phrase
    .split(/(?:\s|['’])+/)
    .filter((part) => part !== '')
    .flatMap((part) => {
      if (part === '#') return ['#'];
      const open = part.endsWith('*');
      return readWords(part).map((word, index, all) =>
        open && index === all.length - 1 ? `${word.heard}*` : word.heard,
      );
    });
  return { phrase, group, words };
}

/** By the first three letters, so that a long list costs little with every key typed. */
function groupByFirst(patterns: readonly Pattern[]): Map<string, Pattern[]> {
  const groups = new Map<string, Pattern[]>();
  for (const pattern of patterns) {
    const key = pattern.words[0]?.slice(0, 2);
    if (!key) continue;
    const group = groups.get(key.startsWith('#') ? '#' : key);
    if (group) group.push(pattern);
    else groups.set(key.startsWith('#') ? '#' : key, [pattern]);
  }
  return groups;
}

function candidates(groups: ReadonlyMap<string, Pattern[]>, word: Word): Pattern[] {
  const keys = new Set([word.heard, ...word.also].map((heard) => heard.slice(0, 2)));
  if (/^\d/.test(word.heard)) keys.add('#');
  return [...keys].flatMap((key) => groups.get(key) ?? []);
}

function matches(pattern: Pattern, words: readonly Word[], at: number): boolean {
  return pattern.words.every((wanted, index) => {
    const word = words[at + index];
    if (!word) return false;
    if (wanted === '#') return /^\d/.test(word.heard);
    const heard = [word.heard, ...word.also];
    return wanted.endsWith('*')
      ? heard.some((each) => each.startsWith(wanted.slice(0, -1)))
      : heard.includes(wanted);
  });
}
