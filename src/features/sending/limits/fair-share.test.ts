// Campaigns on one number share it fairly: in proportion, without starving anybody, without idling.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Claimant, shareOut } from './fair-share.ts';

const claimants = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 2_000 })), {
    minLength: 1,
    maxLength: 12,
  })
  .map((all) => all.map(([weight, wanted], index): Claimant => ({ id: String(index), weight, wanted })));

describe('the shares of campaigns', () => {
  it('fill the queue whenever enough is wanted, and never overfill it', () => {
    fc.assert(
      fc.property(claimants, fc.integer({ min: 20, max: 3_000 }), (all, depth) => {
        const shares = shareOut(depth, all);
        const total = [...shares.values()].reduce((sum, share) => sum + share, 0);
        const wanted = all.reduce((sum, one) => sum + one.wanted, 0);
        expect(total).toBeLessThanOrEqual(depth);
        expect(total).toBeGreaterThan(Math.min(depth, wanted) - all.length);
        for (const one of all) expect(shares.get(one.id) ?? 0).toBeLessThanOrEqual(one.wanted);
      }),
    );
  });

  it('starve nobody and are in proportion', () => {
    fc.assert(
      fc.property(claimants, fc.integer({ min: 1, max: 3_000 }), (all, depth) => {
        const shares = shareOut(depth, all);
        const limited = all.filter((one) => one.wanted > 0 && shares.get(one.id)! < one.wanted);
        for (const one of all.filter((each) => each.wanted > 0))
          expect(shares.get(one.id)).toBeGreaterThanOrEqual(1);
        for (const one of limited)
          for (const other of limited) {
            const gap = shares.get(one.id)! / one.weight - shares.get(other.id)! / other.weight;
            expect(Math.abs(gap)).toBeLessThanOrEqual(1);
          }
      }),
    );
  });

  it('lead to fair speeds when the queue is served in order', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ size: fc.integer({ min: 1, max: 4_000 }), start: fc.integer({ min: 0, max: 20 }) }),
          { minLength: 1, maxLength: 6 },
        ),
        fc.integer({ min: 10, max: 100 }),
        (campaigns, perTick) => {
          const depth = perTick * 20;
          const waiting = campaigns.map((one) => one.size);
          const done = campaigns.map(() => 0);
          const queue: number[] = [];
          for (let tick = 0; tick < 3_000 && done.some((count, i) => count < campaigns[i]!.size); tick += 1) {
            const active = campaigns.map((one, i) => one.start <= tick && done[i]! < one.size);
            const before = [...done];
            const queued = campaigns.map((_, i) => queue.filter((id) => id === i).length);
            const shares = shareOut(
              depth,
              campaigns.map((_, i) => ({
                id: String(i),
                weight: 1,
                wanted: active[i] ? queued[i]! + waiting[i]! : 0,
              })),
            );
            for (const [id, share] of shares) {
              const i = Number(id);
              const feed = Math.max(0, Math.min(waiting[i]!, share - queued[i]!));
              for (let n = 0; n < feed; n += 1) queue.push(i);
              waiting[i]! -= feed;
            }
            const served = queue.splice(0, perTick);
            for (const i of served) done[i]! += 1;
            const work = active.some((yes, i) => yes && before[i]! < campaigns[i]!.size);
            const left = campaigns.reduce((sum, one, i) => sum + (active[i] ? one.size - before[i]! : 0), 0);
            if (work) expect(served.length).toBe(Math.min(perTick, left));
          }
          expect(done).toEqual(campaigns.map((one) => one.size));
        },
      ),
      { numRuns: 25 },
    );
  });
});
