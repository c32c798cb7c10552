// Emoji with their names in the person's language, from files of ours: nothing is asked of other servers.
import type { AppLocale } from '#web/i18n.ts';

export type Emoji = { emoji: string; name: string; group: number; words: string };

type Compact = { unicode: string; label?: string; tags?: string[]; group?: number };

/** Signs from which emoji are put together, no emoji themselves. */
const COMPONENTS = 2;
/** Groups in the order in which Unicode has them. */
export const GROUPS = [
  { group: 0, name: 'smileys' },
  { group: 1, name: 'people' },
  { group: 3, name: 'nature' },
  { group: 4, name: 'food' },
  { group: 5, name: 'travel' },
  { group: 6, name: 'activities' },
  { group: 7, name: 'objects' },
  { group: 8, name: 'symbols' },
  { group: 9, name: 'flags' },
] as const;

const files: Record<AppLocale, () => Promise<{ default: unknown }>> = {
  en: () => import('emojibase-data/en/compact.json'),
  it: () => import('emojibase-data/it/compact.json'),
  es: () => import('emojibase-data/es/compact.json'),
};

export async function emojiIn(locale: AppLocale): Promise<Emoji[]> {
  const { default: all } = await files[locale]();
  return readEmoji(all as Compact[]);
}

export function readEmoji(all: readonly Compact[]): Emoji[] {
  return all.flatMap(({ unicode, label = '', tags = [], group }) =>
    group === undefined || group === COMPONENTS
      ? []
      : [{ emoji: unicode, name: label, group, words: plain([label, ...tags].join(' ')) }],
  );
}

/** Every word must be the beginning of a word of the name; names that begin so come first. */
export function findEmoji(all: readonly Emoji[], search: string, most = 60): Emoji[] {
  const sought = plain(search).split(/\s+/).filter(Boolean);
  if (sought.length === 0) return [];
  const found = all.filter(({ words }) => sought.every((word) => ` ${words}`.includes(` ${word}`)));
  return found
    .toSorted((a, b) => Number(b.words.startsWith(sought[0]!)) - Number(a.words.startsWith(sought[0]!)))
    .slice(0, most);
}

function plain(words: string): string {
  return words.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
