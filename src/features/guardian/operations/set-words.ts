// Sets the workspace's own spam phrases and the built-in ones that it may use.
import { readWords, saveWords } from '#features/guardian/watch/guardian-words.store.ts';
import type { watchContract } from '#features/guardian/watch.contract.ts';
import { badInput } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';
import { sameForm } from '#whatsapp/wording/spam-phrases.ts';

export const setWords: Handler<typeof watchContract.setWords> = async (call, { added, allowed }) => {
  const empty = added.findIndex((phrase) => sameForm(phrase) === '');
  if (empty !== -1) throw badInput([{ path: `added.${empty}`, message: 'Write at least one word' }]);
  await saveWords(call, { added: once(added), allowed: once(allowed) });
  return readWords(call);
};

function once(phrases: readonly string[]): string[] {
  return [...new Map(phrases.map((phrase) => [sameForm(phrase), phrase])).values()];
}
