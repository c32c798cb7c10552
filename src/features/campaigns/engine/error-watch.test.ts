// Too many errors stop a campaign: not by accident, not for what is long past, and not again at once.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ErrorMarks, type Outcomes, watchErrors } from './error-watch.ts';

const LIMIT = { share: 0.3, least: 50 };

/** A batch whose outcomes are known at once unless it says otherwise. */
type Batch = Pick<Outcomes, 'tried' | 'failed'> & { known?: number };

/** Feeds outcomes in batches; answers after how many it was stopped. */
function run(batches: readonly Batch[], limit = LIMIT): number | null {
  let marks: ErrorMarks | null = null;
  const total = { tried: 0, known: 0, failed: 0 };
  for (const batch of batches) {
    total.tried += batch.tried;
    total.known += batch.known ?? batch.tried;
    total.failed += batch.failed;
    const verdict = watchErrors(marks, { ...total }, limit);
    if (verdict.tooMany) return total.tried;
    marks = verdict.marks;
  }
  return null;
}

describe('the watch over errors', () => {
  it('stops soon after failures begin, however well it went before', () => {
    const good = Array.from({ length: 400 }, () => ({ tried: 50, failed: 1 }));
    const bad = Array.from({ length: 40 }, () => ({ tried: 50, failed: 40 }));
    const stopped = run([...good, ...bad])!;
    expect(stopped).toBeGreaterThan(20_000);
    expect(stopped).toBeLessThanOrEqual(20_000 + 400);
  });

  it('stops nothing below the share or below the least count', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 200 }), (sizes) => {
        const batches = sizes.map((tried) => ({ tried, failed: Math.floor(tried * 0.25) }));
        expect(run(batches)).toBeNull();
      }),
    );
    expect(run([{ tried: 49, failed: 49 }])).toBeNull();
    expect(run([{ tried: 50, failed: 50 }])).toBe(50);
  });

  it('always stops what fails all the time, also with a high least count', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 2_000 }), fc.integer({ min: 1, max: 60 }), (least, size) => {
        const batches = Array.from({ length: Math.ceil((least * 3) / size) + 1 }, () => ({
          tried: size,
          failed: size,
        }));
        expect(run(batches, { share: 0.5, least })).toBeLessThanOrEqual(least + size);
      }),
    );
  });

  it('does not take failures that come late, all at once, for those of what was tried meanwhile', () => {
    const begun = Array.from({ length: 30 }, () => ({ tried: 100, known: 0, failed: 0 }));
    // Statuses wait through an outage of the webhook door; then they come with two failures in a hundred.
    const late = Array.from({ length: 60 }, () => ({ tried: 3, known: 50, failed: 1 }));
    expect(run([...begun, ...late])).toBeNull();
    // All of them at once, while next to nothing is tried.
    expect(run([...begun, { tried: 40, known: 3_000, failed: 60 }])).toBeNull();
    // Refused at the call, while no status comes.
    expect(run(Array.from({ length: 100 }, () => ({ tried: 100, known: 2, failed: 2 })))).toBeNull();
    // When they tell of nothing but failures, it stops all the same.
    expect(run([...begun, { tried: 40, known: 100, failed: 95 }])).toBe(3_040);
  });

  it('begins anew after it stopped, and never stops where it is told not to', () => {
    const { marks, tooMany } = watchErrors(null, { tried: 100, known: 100, failed: 60 }, LIMIT);
    expect(tooMany).toEqual({ failed: 60, of: 100 });
    expect(watchErrors(marks, { tried: 120, known: 120, failed: 70 }, LIMIT).tooMany).toBeNull();
    expect(run([{ tried: 5_000, failed: 5_000 }], { share: null, least: 5 } as never)).toBeNull();
  });
});
