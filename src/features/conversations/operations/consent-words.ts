// Reads and sets the words by which customers unsubscribe and subscribe.

import { readConsentWords, saveConsentWords } from '#features/conversations/consent-words.store.ts';
import { normaliseWord } from '#features/conversations/consent-words.ts';
import type { conversationsContract } from '#features/conversations/conversations.contract.ts';
import { badInput } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';

export const getConsentWords: Handler<typeof conversationsContract.getConsentWords> = (call) =>
  readConsentWords(call);

export const setConsentWords: Handler<typeof conversationsContract.setConsentWords> = async (call, words) => {
  const stop = new Set(words.stop.map(normaliseWord));
  const problems = [
    ...[...words.stop, ...words.start]
      .filter((word) => normaliseWord(word) === '')
      .map((word) => ({ path: 'stop', message: `“${word}” holds no letter or digit.` })),
    ...words.start
      .filter((word) => stop.has(normaliseWord(word)))
      .map((word) => ({ path: 'start', message: `“${word}” is a word for unsubscribing already.` })),
  ];
  if (problems.length > 0) throw badInput(problems);
  await saveConsentWords(call, words);
  return readConsentWords(call);
};
