// Rates told in another currency.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CurrencyRate } from './deal-settings.contract.ts';
import { rebaseRates } from './rebase-rates.ts';

const rate = (currency: string, value: number): CurrencyRate => ({
  currency,
  rate: value,
  source: 'entered',
  asOf: '2026-11-20',
});

it('are divided by the rate of the new currency; the old one is among them', () => {
  const imported = { ...rate('USD', 0.8), source: 'imported' as const, asOf: '2026-11-01' };
  expect(rebaseRates([rate('CHF', 1.2), imported], 'EUR', 'USD')).toEqual([
    { ...rate('CHF', 1.2), rate: 1.2 / 0.8 },
    { ...imported, currency: 'EUR', rate: 1.25 },
  ]);
});

it('are forgotten when the new currency has none, or when they cannot be kept', () => {
  expect(rebaseRates([rate('CHF', 1.2)], 'EUR', 'USD')).toEqual([]);
  expect(rebaseRates([rate('JPY', 1e-6), rate('KWD', 1e6)], 'EUR', 'KWD')).toEqual([rate('EUR', 1e-6)]);
});

it('come back to what they were', () => {
  const value = fc.double({ min: 1e-4, max: 1e4, noNaN: true });
  fc.assert(
    fc.property(value, value, (franc, dollar) => {
      const there = rebaseRates([rate('CHF', franc), rate('USD', dollar)], 'EUR', 'USD');
      const back = rebaseRates(there, 'USD', 'EUR');
      const of = (code: string) => back.find(({ currency }) => currency === code)!.rate;
      expect(of('CHF')).toBeCloseTo(franc, 6);
      expect(of('USD') / dollar).toBeCloseTo(1, 9);
    }),
  );
});
