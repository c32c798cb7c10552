// The texts that the browser has loaded: one language, another when the person asks for it; those of single pages apart.
import { setRefusalWords } from './api-failure.ts';
import type { AppLocale } from './i18n.ts';
import type { Texts } from './messages.ts';

type Source = () => Promise<{ default: Partial<Texts> }>;

const first: Record<AppLocale, Source> = {
  en: () => import('virtual:texts/en'),
  it: () => import('virtual:texts/it'),
  es: () => import('virtual:texts/es'),
};
const later: Record<AppLocale, Source> = {
  en: () => import('virtual:texts/en/later'),
  it: () => import('virtual:texts/it/later'),
  es: () => import('virtual:texts/es/later'),
};

let loaded: { locale: AppLocale; texts: Texts } | null = null;
/** The language asked for last. */
let wanted: AppLocale | null = null;
let asked = 0;
let shownTurn = 0;
/** Of the later texts, once a page asked for them: from then on every language brings them along. */
let laterShown: Promise<void> | undefined;
const listeners = new Set<() => void>();

/** Loads the texts of `locale` and makes them the ones shown; those shown before stay until then. */
export async function loadTexts(locale: AppLocale): Promise<void> {
  if (wanted === locale) return;
  wanted = locale;
  try {
    await show(locale);
  } catch (error) {
    wanted = loaded?.locale ?? null;
    throw error;
  }
}

/** Loads what pages other than the first need; resolves when it is there. */
export function loadPageTexts(): Promise<void> {
  if (!wanted) throw new Error('The first texts come before those of pages.');
  laterShown ??= show(wanted, true).catch((error: unknown) => {
    laterShown = undefined;
    throw error;
  });
  return laterShown;
}

/** What the server refuses is English until these words are there. */
async function learnRefusals(locale: AppLocale): Promise<void> {
  if (locale === 'en') return setRefusalWords((message) => message);
  (await import('./refusals/speak-refusals.ts')).speakRefusals(locale);
}

async function show(locale: AppLocale, withLater = laterShown !== undefined): Promise<void> {
  asked += 1;
  const turn = asked;
  const parts = await Promise.all([first[locale](), withLater ? later[locale]() : undefined]);
  // What was asked for last is what is wanted, whichever comes first.
  if (turn < shownTurn) return;
  shownTurn = turn;
  // Complete for every page that is drawn: those that need more wait for it.
  const texts = { ...parts[0].default, ...parts[1]?.default } as Texts;
  loaded = { locale, texts };
  void learnRefusals(locale).catch(() => {});
  for (const listener of listeners) listener();
}

/** The texts shown, as a store for `useSyncExternalStore`. */
export const shownTexts = {
  read: () => loaded,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
