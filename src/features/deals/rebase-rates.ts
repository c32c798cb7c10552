// Tells rates in another currency, by its own rate. Pure.
import type { CurrencyRate } from './deal-settings.contract.ts';
import { LEAST_RATE, MOST_RATE } from './money.contract.ts';

/**
 * `rates` are what one unit of each currency is worth in `from`; answers the same in `to`, with `from` among them.
 * Nothing when `to` has no rate. Rates that cannot be kept, because they are too small or too great, are left out.
 */
export function rebaseRates(rates: readonly CurrencyRate[], from: string, to: string): CurrencyRate[] {
  const known = rates.find(({ currency }) => currency === to);
  if (!known) return [];
  return [...rates.filter((rate) => rate !== known), { ...known, currency: from, rate: 1 }]
    .map((one) => ({ ...one, rate: one.rate / known.rate }))
    .filter(({ rate }) => rate >= LEAST_RATE && rate <= MOST_RATE);
}
