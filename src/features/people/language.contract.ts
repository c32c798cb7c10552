// The languages in which the product speaks to people.
import { z } from 'zod';

export const LANGUAGES = ['en', 'it', 'es'] as const;
export const Language = z.enum(LANGUAGES).describe('Language of the product: en, it or es');
export type Language = z.infer<typeof Language>;

/** `language` when it is one of ours, else `otherwise`. */
export function languageOr(language: string | null | undefined, otherwise: Language): Language {
  return LANGUAGES.find((each) => each === language) ?? otherwise;
}
