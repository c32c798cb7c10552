// Who of a claimed batch may go now and who waits for their customer's turn: the pair limit over a number's customers.
import { earliestFor, freeAfter, freeAfterRefusal, PAIR_EVERY_MS, type PairPriority } from './pair-limit.ts';

export type Paced = { id: string; contactId: string | null; priority: PairPriority };

export type PaceVerdict<M> = {
  go: M[];
  wait: { message: M; dueAt: Date }[];
  /** Debts of more than one message: to be remembered beyond this process. */
  owed: { contactId: string; freeAt: Date }[];
};

export type CustomerPace = {
  /** Sorts a batch in its order; those that go count at once. */
  admit<M extends Paced>(messages: readonly M[], at: number): PaceVerdict<M>;
  /** The provider found that it was too much: the customer waits at least `waitMs`. */
  refused(contactId: string, at: number, waitMs: number): void;
  remember(debts: readonly { contactId: string; freeAt: Date }[]): void;
};

/** Forgets what is paid whenever it holds so many more than the last time. */
const GROWTH = 5_000;

export function customerPace(): CustomerPace {
  const free = new Map<string, number>();
  /** The turn of the last one that waits, by customer and priority: who comes later queues up behind. */
  const lastTurn = new Map<string, number>();
  /** Those that had to wait, with their turn. */
  const turns = new Map<string, number>();
  let forgetAbove = GROWTH;

  function forget(at: number): void {
    for (const [contactId, until] of free) if (until <= at) free.delete(contactId);
    for (const [queue, turn] of lastTurn) if (turn <= at) lastTurn.delete(queue);
    for (const [id, turn] of turns) if (turn <= at - 60_000) turns.delete(id);
    forgetAbove = free.size + lastTurn.size + turns.size + GROWTH;
  }

  /** When the message may go; later than `at` when it must wait. */
  function turnOf(message: Paced & { contactId: string }, at: number): number {
    const earliest = earliestFor(message.priority, free.get(message.contactId) ?? 0, at);
    const queue = `${message.contactId} ${message.priority}`;
    const ahead = lastTurn.get(queue) ?? 0;
    const queueUp = !turns.has(message.id) && ahead > at;
    const turn = queueUp ? Math.max(earliest, ahead + PAIR_EVERY_MS) : earliest;
    if (turn > at) {
      lastTurn.set(queue, Math.max(ahead, turn));
      turns.set(message.id, turn);
    }
    return turn;
  }

  return {
    admit(messages, at) {
      if (free.size + lastTurn.size + turns.size > forgetAbove) forget(at);
      const verdict: PaceVerdict<(typeof messages)[number]> = { go: [], wait: [], owed: [] };
      const owed = new Map<string, Date>();
      for (const message of messages) {
        const { contactId } = message;
        if (contactId === null) {
          verdict.go.push(message);
          continue;
        }
        const turn = turnOf({ ...message, contactId }, at);
        if (turn > at) {
          verdict.wait.push({ message, dueAt: new Date(turn) });
          continue;
        }
        turns.delete(message.id);
        const freeAt = freeAfter(free.get(contactId) ?? 0, at);
        free.set(contactId, freeAt);
        if (freeAt > at + PAIR_EVERY_MS) owed.set(contactId, new Date(freeAt));
        verdict.go.push(message);
      }
      verdict.owed = [...owed].map(([contactId, freeAt]) => ({ contactId, freeAt }));
      return verdict;
    },
    refused(contactId, at, waitMs) {
      free.set(contactId, freeAfterRefusal(free.get(contactId) ?? 0, at, waitMs));
    },
    remember(debts) {
      for (const { contactId, freeAt } of debts)
        free.set(contactId, Math.max(free.get(contactId) ?? 0, freeAt.getTime()));
    },
  };
}
