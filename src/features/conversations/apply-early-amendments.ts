// Lays over messages that just came the edits and withdrawals that came before them.
import { type Amended, amendContents, type SendingCall } from '#features/sending/sending.ts';
import { takeEarly } from './early-amendments.store.ts';

/** Answers the messages that it changed, by id; `providerIds` are those that just came. */
export async function applyEarlyAmendments(
  call: SendingCall,
  providerIds: readonly string[],
): Promise<Map<string, Amended>> {
  if (providerIds.length === 0) return new Map();
  const changed = await amendContents(call, await takeEarly(call, providerIds));
  return new Map(changed.map((one) => [one.id, one]));
}
