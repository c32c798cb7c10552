// A failure of WhatsApp as a sentence, in each language of the product.
import { FAILURE_KINDS, type FailureKind } from './failure-kinds.ts';
import { FAILURE_WORDS_ES } from './failure-words-es.ts';
import { FAILURE_WORDS_IT } from './failure-words-it.ts';

export const FAILURE_WORDS: Record<'en' | 'it' | 'es', Record<FailureKind, string>> = {
  en: Object.fromEntries(Object.entries(FAILURE_KINDS).map(([kind, { words }]) => [kind, words])) as Record<
    FailureKind,
    string
  >,
  it: FAILURE_WORDS_IT,
  es: FAILURE_WORDS_ES,
};
