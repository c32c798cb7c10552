// Languages of the interface: which there are, how a catalogue is declared, and which one a person gets.

export const locales = ['en', 'it', 'es'] as const;
export type AppLocale = (typeof locales)[number];

export const localeNames: Record<AppLocale, string> = { en: 'English', it: 'Italiano', es: 'Español' };

type Tree = { [key: string]: string | Tree };
type Shape<T> = { [K in keyof T]: T[K] extends string ? string : Shape<T[K]> };

/**
 * Declares the texts of one feature in all languages. English gives the keys; a key that another language
 * lacks, or has too much, does not compile.
 */
export function catalogue<T extends Tree>(texts: {
  en: T;
  it: NoInfer<Shape<T>>;
  es: NoInfer<Shape<T>>;
}): {
  en: T;
  it: Shape<T>;
  es: Shape<T>;
} {
  return texts;
}

function known(tag: string | null | undefined): AppLocale | undefined {
  const language = tag?.slice(0, 2).toLowerCase();
  return locales.find((locale) => locale === language);
}

/** The person's setting when it is a language we have, else the browser's first known one, else English. */
export function chooseLocale(setting: string | null | undefined, browser: readonly string[]): AppLocale {
  return known(setting) ?? browser.map(known).find((locale) => locale !== undefined) ?? 'en';
}
