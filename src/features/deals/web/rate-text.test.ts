// Rates as they are typed and shown.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readRate, writeRate } from './rate-text.ts';

it('reads a point or a comma', () => {
  expect(['0,92', '.5', '1 234.5', '7', '3.'].map(readRate)).toEqual([0.92, 0.5, 1234.5, 7, 3]);
});

it('refuses what is no rate', () => {
  for (const typed of ['', '-1', '0', 'abc', '1.2.3', '1,2,3', '1e3', '99999999999', '.'])
    expect(readRate(typed), typed).toBeUndefined();
});

it('reads what it writes', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-9, max: 1e9, noNaN: true }), (rate) => {
      const read = readRate(writeRate(rate));
      expect(read! / rate).toBeCloseTo(1, 8);
    }),
  );
});
