// Loaded when the interface is not in English: gives the browser the words for what the server refuses.
import { setRefusalWords } from '#web/api-failure.ts';
import { FIELD_SENTENCES, ZOD_SENTENCES } from './field-sentences.ts';
import { type RefusalLanguage, translator } from './refusal.ts';
import { NOUNS } from './refusal-nouns.ts';
import { REFUSALS_OF_PLACES } from './refusal-places.ts';
import { REFUSALS } from './refusal-sentences.ts';

export function speakRefusals(language: RefusalLanguage): void {
  setRefusalWords(
    translator([...REFUSALS, ...REFUSALS_OF_PLACES, ...FIELD_SENTENCES, ...ZOD_SENTENCES], NOUNS, language),
  );
}
