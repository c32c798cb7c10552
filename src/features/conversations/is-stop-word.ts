// Whether a text, by whatever way it came, means "no more marketing".
import type { Call } from '#operations/call.ts';
import { readConsentWords } from './consent-words.store.ts';
import { wishReader } from './consent-words.ts';

export async function isStopWord(
  call: Pick<Call, 'tx' | 'workspaceId' | 'now'>,
  text: string,
): Promise<boolean> {
  return wishReader(await readConsentWords(call))(text) === 'stop';
}
