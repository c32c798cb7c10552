// What was heard of a message comes back as it was told, and is known when it is told twice.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Heard, isKnown, packHeard, unpackHeard } from './message-history.ts';

const heard = fc
  .tuple(
    fc.constantFrom<Heard['name'][]>('accepted', 'sent', 'delivered', 'read', 'failed', 'expired'),
    fc.integer({ min: 1, max: 4_000_000_000_000 }),
    fc.option(fc.integer({ min: 1, max: 3_000_000 }), { nil: undefined }),
  )
  .map(([name, at, code]): Heard => ({ name, at: new Date(at), ...(code ? { code } : {}) }));

it('comes back as it was told', () => {
  fc.assert(
    fc.property(fc.array(heard, { maxLength: 12 }), (all) => {
      const packed = packHeard(all);
      expect(packed.every(Number.isSafeInteger)).toBe(true);
      expect(unpackHeard(packed)).toEqual(all);
      for (const one of all) expect(isKnown(packed, one)).toBe(true);
    }),
  );
});

it('knows what is new', () => {
  const sent: Heard = { name: 'sent', at: new Date(1_000) };
  expect(isKnown(packHeard([sent]), { name: 'delivered', at: new Date(1_000) })).toBe(false);
  expect(isKnown(packHeard([sent]), { name: 'sent', at: new Date(2_000) })).toBe(false);
});
