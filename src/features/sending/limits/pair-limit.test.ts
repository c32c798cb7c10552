// The pair limit: never more than one in six seconds beyond what is borrowed, and never longer waits than needed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { earliestFor, freeAfter, freeAfterRefusal, PAIR_EVERY_MS, type PairPriority } from './pair-limit.ts';

const LENT = 45;
const wishes = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 60_000 }), fc.constantFrom<PairPriority[]>(0, 5, 9)),
  { maxLength: 300 },
);

/** Sends each wish as soon as it may go, in order; answers the times. */
function send(all: readonly (readonly [number, PairPriority])[]): { at: number; wished: number }[] {
  let freeAt = 0;
  let clock = 0;
  let last = 0;
  return all.map(([pause, priority]) => {
    clock += pause;
    const at = earliestFor(priority, freeAt, Math.max(clock, last));
    freeAt = freeAfter(freeAt, at);
    last = at;
    return { at, wished: clock };
  });
}

describe('the pair limit', () => {
  it('keeps any stretch of time within what is lent plus one in six seconds', () => {
    fc.assert(
      fc.property(wishes, (all) => {
        const sent = send(all);
        for (let from = 0; from < sent.length; from += 1)
          for (let to = from; to < sent.length; to += 1) {
            const count = to - from + 1;
            const ms = sent[to]!.at - sent[from]!.at;
            expect(count).toBeLessThanOrEqual(LENT - 1 + Math.floor(ms / PAIR_EVERY_MS));
          }
      }),
      { numRuns: 40 },
    );
  });

  it('never borrows for bulk', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 2, maxLength: 100 }),
        (pauses) => {
          const sent = send(pauses.map((pause) => [pause, 9] as const));
          for (let index = 1; index < sent.length; index += 1)
            expect(sent[index]!.at - sent[index - 1]!.at).toBeGreaterThanOrEqual(PAIR_EVERY_MS);
        },
      ),
    );
  });

  it('lets nobody wait who owes nothing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<PairPriority[]>(0, 5, 9),
        fc.integer({ min: 0 }),
        fc.integer({ min: 0, max: 1e9 }),
        (priority, at, ago) => {
          expect(earliestFor(priority, at - ago, at)).toBe(at);
        },
      ),
    );
  });

  it('makes up for a burst of 44 answers in four and a half minutes', () => {
    const burst = send(Array.from({ length: 44 }, () => [0, 0] as const));
    expect(burst.at(-1)!.at).toBe(0);
    let freeAt = 0;
    for (const { at } of burst) freeAt = freeAfter(freeAt, at);
    expect(freeAt).toBe(44 * PAIR_EVERY_MS);
    expect(earliestFor(0, freeAt, 0)).toBe(PAIR_EVERY_MS);
    expect(earliestFor(9, freeAt, 0)).toBe(freeAt);
  });

  it('waits as long as the provider wants after a refusal, and all debts with it', () => {
    const freeAt = freeAfterRefusal(0, 1_000, 4_000);
    expect(earliestFor(0, freeAt, 1_000)).toBe(5_000);
    expect(earliestFor(9, freeAt, 1_000)).toBeGreaterThan(60_000);
  });
});
