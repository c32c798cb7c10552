// Which variant leads and how sure that is, against known values.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { verdictOf } from './split-verdict.ts';

const figures = (delivered: number, read: number) => ({
  people: delivered,
  sent: delivered,
  delivered,
  read,
  failed: 0,
  replied: 0,
  clicked: 0,
  linkClicked: 0,
  optedOut: 0,
});
const variants = (...all: [delivered: number, read: number][]) =>
  all.map(([delivered, read], at) => ({ position: at + 1, figures: figures(delivered, read) }));

it.each([
  // z = 2.19, p = 0.028
  [variants([200, 100], [200, 122]), 2, 'clear'],
  // z = 1.50, p = 0.134
  [variants([200, 115], [200, 100]), 1, 'likely'],
  // z = 0.40, p = 0.69
  [variants([200, 100], [200, 104]), 2, 'chance'],
  // The same difference as the first, but of three: p = 0.085
  [variants([200, 100], [200, 122], [200, 100]), 2, 'likely'],
  [variants([29, 0], [200, 150]), 2, 'too_few'],
  [variants([0, 0], [0, 0]), 1, 'too_few'],
  [variants([100, 100], [100, 100]), 1, 'chance'],
])('case %#', (given, leader, certainty) => {
  expect(verdictOf('read', given)).toMatchObject({ leader, certainty });
});

it('does not depend on the order, and the leader has the best rate', () => {
  const one = fc.tuple(fc.integer({ min: 1, max: 5_000 }), fc.double({ min: 0, max: 1, noNaN: true }));
  fc.assert(
    fc.property(fc.array(one, { minLength: 2, maxLength: 5 }), (given) => {
      const all = variants(...given.map(([n, share]): [number, number] => [n, Math.floor(n * share)]));
      const verdict = verdictOf('read', all);
      expect(verdictOf('read', [...all].reverse())).toEqual(verdict);
      const rates = all.map((variant) => variant.figures.read / variant.figures.delivered);
      expect(rates[verdict.leader - 1]).toBe(Math.max(...rates));
    }),
  );
});
