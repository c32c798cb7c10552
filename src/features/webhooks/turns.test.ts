// Turns: nobody is passed over, nobody is read twice at once, rests are kept.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { turns } from './turns.ts';

describe('turns', () => {
  it('lets a busy one stand behind those who came meanwhile', () => {
    const order = turns();
    order.wants('busy');
    expect(order.next(0)).toBe('busy');
    order.wants('a');
    order.wants('b');
    order.done('busy', 1, { again: true, restMs: 0 });
    expect([order.next(1), order.next(1), order.next(1), order.next(1)]).toEqual([
      'a',
      'b',
      'busy',
      undefined,
    ]);
  });

  it('gives nobody a second turn during the first, and remembers who asked meanwhile', () => {
    const order = turns();
    order.wants('a');
    expect(order.next(0)).toBe('a');
    order.wants('a');
    expect(order.next(0)).toBeUndefined();
    order.done('a', 5, { again: false, restMs: 0 });
    expect(order.next(5)).toBe('a');
  });

  it('keeps a rest, also of one that asks again later', () => {
    const order = turns();
    order.wants('a');
    order.next(0);
    order.done('a', 10, { again: false, restMs: 50 });
    expect(order.waitMs(10)).toBe(Number.POSITIVE_INFINITY);
    order.wants('a');
    expect(order.next(59)).toBeUndefined();
    expect(order.waitMs(59)).toBe(1);
    expect(order.next(60)).toBe('a');
  });

  it('starves nobody: between two turns of one, everybody else who waits has had one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 8 }), fc.integer({ min: 1, max: 3 }), (people, atOnce) => {
        const order = turns();
        const names = Array.from({ length: people }, (_, index) => `w${index}`);
        for (const name of names) order.wants(name);
        const had = new Map(names.map((name) => [name, 0]));
        for (let at = 0; at < 60; at += 1) {
          const taken: string[] = [];
          for (let lane = 0; lane < atOnce; lane += 1) {
            const name = order.next(at);
            if (name) taken.push(name);
          }
          for (const name of taken) {
            had.set(name, had.get(name)! + 1);
            order.done(name, at, { again: true, restMs: 0 });
          }
          const counts = [...had.values()];
          expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
