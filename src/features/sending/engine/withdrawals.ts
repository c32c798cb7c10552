// Whose consent or block changed a moment ago: what was claimed for them before is looked at anew before it goes.
import type { Signals } from '#events/signals.ts';

/** Topic of the signal; its key is the contact's id. */
export const WITHDRAWN_SIGNAL = 'withdrawn';

export type Withdrawals = {
  /** Whether this contact withdrew, or news of it may have been missed, after `at` (`performance.now()`). */
  since(contactId: string, at: number): boolean;
  close(): void;
};

/** Longer than anything stays claimed. */
const KEPT_MS = 10 * 60_000;
const MANY = 1_000;

export function listenForWithdrawals(signals: Pick<Signals, 'on'>): Withdrawals {
  const last = new Map<string, number>();
  let missed = Number.NEGATIVE_INFINITY;
  const close = signals.on(WITHDRAWN_SIGNAL, (contactId) => {
    const at = performance.now();
    if (contactId === '') missed = at;
    else last.set(contactId, at);
    if (last.size > MANY) for (const [id, when] of last) if (when < at - KEPT_MS) last.delete(id);
  });
  return {
    since: (contactId, at) => missed >= at || (last.get(contactId) ?? Number.NEGATIVE_INFINITY) >= at,
    close,
  };
}
