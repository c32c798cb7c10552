// Decides, just before a claimed message goes, whether what was read with its claim still holds.
import type { ClaimedMessage } from '#features/sending/sending-queue.store.ts';
import type { Withdrawals } from './withdrawals.ts';

/** A lane that rests keeps what it claimed: after this long it is read anew. */
const STALE_MS = 10_000;

export type SecondThoughts = {
  /** These were claimed and read just now. */
  claimed(messages: readonly ClaimedMessage[]): void;
  /** True: give it back, so that it is claimed and judged anew. */
  hasDoubt(message: ClaimedMessage): boolean;
};

export function secondThoughts(
  withdrawals: Pick<Withdrawals, 'since'>,
  clock: () => number = () => performance.now(),
): SecondThoughts {
  const readAt = new WeakMap<ClaimedMessage, number>();
  return {
    claimed(messages) {
      const at = clock();
      for (const message of messages) readAt.set(message, at);
    },
    hasDoubt(message) {
      const at = readAt.get(message);
      if (at === undefined) return false;
      if (clock() - at > STALE_MS) return true;
      return message.contactId !== null && withdrawals.since(message.contactId, at);
    },
  };
}
