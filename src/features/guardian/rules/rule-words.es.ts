// What each rule says in Spanish.
import { messageWords } from './message-words.es.ts';
import { senderWords } from './sender-words.es.ts';
import type { WordsOfRules } from './speak.ts';

export const ruleWords: WordsOfRules = { ...senderWords, ...messageWords };
