// Calculates what a month's messages to a country cost.
import { chargeOf, chargeRulesAt } from '#features/rates/charge-rules.ts';
import { costOf, priceAt, type RateRow } from '#features/rates/price-volume.ts';
import { RATE_CATEGORIES, type RateCategory, type ratesContract } from '#features/rates/rates.contract.ts';
import { readRates } from '#features/rates/rates.store.ts';
import type { Handler } from '#operations/handle.ts';

export const calculateMonth: Handler<typeof ratesContract.calculate> = async (call, input) => {
  const rates = await readRates(call, RATE_CATEGORIES);
  const month = {
    country: input.country,
    day: input.day ?? call.now.toISOString().slice(0, 10),
    numbers: input.numbers,
  };
  const lines = RATE_CATEGORIES.filter((category) => input.volumes[category] !== undefined).map(
    (category) => ({
      category,
      ...priceMonth(rates, { ...month, category, count: input.volumes[category]! }),
    }),
  );
  return { lines };
};

type Month = { country: string; day: string; numbers: number; category: RateCategory; count: number };

/** Free-form messages cost what utility costs, without its tiers, unless the card says otherwise. */
export function priceMonth(rates: readonly RateRow[], { country, day, numbers, category, count }: Month) {
  const rules = chargeRulesAt(day);
  const isService = category === 'service';
  const free = isService
    ? chargeOf(rules, { category, inWindow: true, inFreeEntry: false }) !== 'charged'
    : false;
  const charged = free ? 0 : Math.max(0, count - (isService ? rules.freeServicePerMonth * numbers : 0));
  const own = priceAt(rates, { country, category, day });
  const price = own ?? (isService ? priceAt(rates, { country, category: 'utility', day }) : null);
  if (!price) return { charged, amount: null };
  const tiers = isService && !own ? price.tiers.slice(0, 1) : price.tiers;
  return { charged, amount: { currency: price.currency, micros: costOf(tiers, charged) } };
}
