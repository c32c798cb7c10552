// The pair limit: one message in six seconds to the same customer, with some borrowed ahead; a pure account of debts.

/** Each message to a customer uses up this much of their time. */
export const PAIR_EVERY_MS = 6_000;

/**
 * How many messages may be borrowed, by priority: the provider lends 45, one of which is left for the difference
 * between its clock and ours. Bulk borrows nothing, so that people can always answer; API and automations leave some.
 */
const BURST = { 0: 44, 5: 35, 9: 1 } as const;

export type PairPriority = keyof typeof BURST;

/** The first moment at which another message may go to a customer who is free of debt at `freeAt`. */
export function earliestFor(priority: PairPriority, freeAt: number, at: number): number {
  return Math.max(at, freeAt - (BURST[priority] - 1) * PAIR_EVERY_MS);
}

/** When the customer is free of debt after a message at `at`. */
export function freeAfter(freeAt: number, at: number): number {
  return Math.max(freeAt, at) + PAIR_EVERY_MS;
}

/** The debt to believe in after the provider refused a message for it: nobody goes on before `waitMs` are over. */
export function freeAfterRefusal(freeAt: number, at: number, waitMs: number): number {
  return Math.max(freeAt, at + waitMs + (BURST[0] - 1) * PAIR_EVERY_MS);
}
