// What each rule says in English: its title, what it asks, its sentences with figures, and what to do when it fails.
import { messageWords } from './message-words.en.ts';
import { senderWords } from './sender-words.en.ts';

export const ruleWords = { ...senderWords, ...messageWords } as const;
