// One customer's wait is nobody else's: order is kept, others go on, and nothing waits for ever.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customerPace, type Paced } from './customer-pace.ts';
import { PAIR_EVERY_MS } from './pair-limit.ts';

const bulk = (id: string, contactId: string): Paced => ({ id, contactId, priority: 9 });
const answer = (id: string, contactId: string): Paced => ({ id, contactId, priority: 0 });

/** Runs a queue to its end; answers when each went. */
function play(messages: readonly Paced[]): Map<string, number> {
  const pace = customerPace();
  const gone = new Map<string, number>();
  let queue = messages.map((message) => ({ message, dueAt: 0 }));
  for (let at = 0; queue.length > 0 && at < 10_000_000; ) {
    const due = queue.filter((one) => one.dueAt <= at).sort((a, b) => a.dueAt - b.dueAt);
    const { go, wait } = pace.admit(
      due.map((one) => one.message),
      at,
    );
    for (const message of go) gone.set(message.id, at);
    const later = new Map(wait.map(({ message, dueAt }) => [message.id, dueAt.getTime()]));
    queue = queue
      .filter((one) => !gone.has(one.message.id))
      .map((one) => ({ ...one, dueAt: later.get(one.message.id) ?? one.dueAt }));
    at = Math.max(at + 100, Math.min(...queue.map((one) => one.dueAt)));
  }
  return gone;
}

describe('customers take turns', () => {
  it('lets others go on while one waits', () => {
    const pace = customerPace();
    const { go, wait } = pace.admit([bulk('1', 'a'), bulk('2', 'a'), bulk('3', 'b')], 1_000);
    expect(go.map((one) => one.id)).toEqual(['1', '3']);
    expect(wait).toEqual([{ message: bulk('2', 'a'), dueAt: new Date(7_000) }]);
  });

  it('lets an answer borrow where bulk waits, and says who owes', () => {
    const pace = customerPace();
    pace.admit([bulk('1', 'a')], 0);
    const { go, owed } = pace.admit([answer('2', 'a')], 0);
    expect(go).toHaveLength(1);
    expect(owed).toEqual([{ contactId: 'a', freeAt: new Date(2 * PAIR_EVERY_MS) }]);
  });

  it('remembers debts of another process', () => {
    const pace = customerPace();
    pace.remember([{ contactId: 'a', freeAt: new Date(60_000) }]);
    expect(pace.admit([bulk('1', 'a')], 0).wait[0]!.dueAt.getTime()).toBe(60_000);
    expect(pace.admit([answer('2', 'a')], 0).go).toHaveLength(1);
  });

  it('holds a customer back whom the provider found too much', () => {
    const pace = customerPace();
    pace.refused('a', 0, 4_000);
    expect(pace.admit([answer('1', 'a')], 0).wait[0]!.dueAt.getTime()).toBe(4_000);
    expect(pace.admit([answer('2', 'b')], 0).go).toHaveLength(1);
  });

  it('sends everything in the end, in order for each customer and priority, as soon as it may', () => {
    const batch = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 3 }), fc.constantFrom(0 as const, 9 as const)),
      {
        maxLength: 80,
      },
    );
    fc.assert(
      fc.property(batch, (all) => {
        const messages = all.map(([customer, priority], index) => ({
          id: String(index),
          contactId: `c${customer}`,
          priority,
        }));
        const gone = play(messages);
        expect(gone.size).toBe(messages.length);
        for (const contactId of ['c0', 'c1', 'c2', 'c3'])
          for (const priority of [0, 9] as const) {
            const times = messages
              .filter((one) => one.contactId === contactId && one.priority === priority)
              .map((one) => gone.get(one.id)!);
            expect(times).toEqual([...times].sort((a, b) => a - b));
          }
        const last = Math.max(0, ...gone.values());
        expect(last).toBeLessThanOrEqual(messages.length * (PAIR_EVERY_MS + 200));
      }),
      { numRuns: 60 },
    );
  });
});
