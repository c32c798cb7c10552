// Tells the phrases that count as spam in this workspace, and how the business calls itself.
import { readWords } from '#features/guardian/watch/guardian-words.store.ts';
import type { watchContract } from '#features/guardian/watch.contract.ts';
import type { Handler } from '#operations/handle.ts';

export const getWords: Handler<typeof watchContract.words> = (call) => readWords(call);
