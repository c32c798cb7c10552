// Loaded when the interface is not in English: gives the browser the words for what the server refuses.
import { setRefusalWords } from '#web/api-failure.ts';
import { shownTexts } from '#web/texts.ts';
import { KNOWN_SENTENCES } from './known-sentences.ts';
import { type RefusalLanguage, translator } from './refusal.ts';
import { NOUNS } from './refusal-nouns.ts';
import { ruleFilling } from './rule-filling.ts';

export function speakRefusals(language: RefusalLanguage): void {
  const translate = translator(KNOWN_SENTENCES, NOUNS, language);
  setRefusalWords((message, details) =>
    translate(message, ruleFilling(details, shownTexts.read()?.texts.guardianRules, language)),
  );
}
