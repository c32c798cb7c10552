// What stands in the way of a send, in the language of the reader.
import type { PreflightVerdict } from './preflight.contract.ts';
import type { Verdict } from './rules/rule.ts';
import { ruleWords as en } from './rules/rule-words.en.ts';
import { ruleWords as es } from './rules/rule-words.es.ts';
import { ruleWords as it } from './rules/rule-words.it.ts';
import { speak } from './rules/speak.ts';

const WORDS = { en, it, es };

/** What each rule found, and what to do. */
export function sayVerdicts(verdicts: readonly PreflightVerdict[], language: 'en' | 'it' | 'es'): string {
  return verdicts
    .map((verdict) => speak(verdict as Verdict, WORDS[language], language))
    .map(({ text, todo }) => (todo === null ? text : `${text} ${todo}`))
    .join(' ');
}
