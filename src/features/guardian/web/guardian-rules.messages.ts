// What the rules say, in the languages of the interface.
import { ruleWords as en } from '#features/guardian/rules/rule-words.en.ts';
import { ruleWords as es } from '#features/guardian/rules/rule-words.es.ts';
import { ruleWords as it } from '#features/guardian/rules/rule-words.it.ts';
import type { WordsOfRules } from '#features/guardian/rules/speak.ts';

export const guardianRuleMessages: { en: WordsOfRules; it: WordsOfRules; es: WordsOfRules } = { en, it, es };
