// The texts that the browser has loaded: one language, another when the person asks for it.
import type { AppLocale } from './i18n.ts';
import type { Texts } from './messages.ts';

const sources: Record<AppLocale, () => Promise<{ default: Texts }>> = {
  en: () => import('virtual:texts/en'),
  it: () => import('virtual:texts/it'),
  es: () => import('virtual:texts/es'),
};

let loaded: { locale: AppLocale; texts: Texts } | null = null;
const listeners = new Set<() => void>();

/** Loads the texts of `locale` and makes them the ones shown; those shown before stay until then. */
export async function loadTexts(locale: AppLocale): Promise<void> {
  if (loaded?.locale === locale) return;
  const { default: texts } = await sources[locale]();
  loaded = { locale, texts };
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
