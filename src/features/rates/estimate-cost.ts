// What a message to an audience costs at most, by country.
import type { Call } from '#operations/call.ts';
import { addAmount } from './cost-of-campaigns.ts';
import { costOf, priceAt } from './price-volume.ts';
import type { CostEstimate } from './rates.contract.ts';
import { chargedBefore, readRates } from './rates.store.ts';

const MOST_COUNTRIES = 10;

/**
 * The most that a message of the category to so many people of each country costs on a day (`2026-11-22`); null without
 * a rate card.
 */
export async function estimateCost(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  wanted: { category: string; day: string; people: () => Promise<ReadonlyMap<string | null, number>> },
): Promise<CostEstimate | null> {
  const { category, day } = wanted;
  const rates = await readRates(call, [category]);
  if (rates.length === 0) return null;
  const estimate: CostEstimate = { amounts: [], unpriced: 0, countries: [] };
  const byCount = [...(await wanted.people())].sort(
    ([here, a], [there, b]) => b - a || ((here ?? '') < (there ?? '') ? -1 : 1),
  );
  for (const [country, people] of byCount) {
    const price = priceAt(rates, { country, category, day });
    let amount: CostEstimate['countries'][number]['amount'] = null;
    if (price) {
      const already =
        price.tiers.length > 1 && country !== null
          ? await chargedBefore(call, { country, category, day })
          : 0;
      amount = { currency: price.currency, micros: costOf(price.tiers, people, already) };
      addAmount(estimate.amounts, amount);
    } else estimate.unpriced += people;
    if (estimate.countries.length < MOST_COUNTRIES) estimate.countries.push({ country, people, amount });
  }
  return estimate;
}
