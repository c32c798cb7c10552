// What each rule says in Italian.
import { messageWords } from './message-words.it.ts';
import { senderWords } from './sender-words.it.ts';
import type { WordsOfRules } from './speak.ts';

export const ruleWords: WordsOfRules = { ...senderWords, ...messageWords };
