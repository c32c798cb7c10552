// What campaigns cost so far: what WhatsApp charged, at the rates of the day, with the tiers of the month.
import type { Call } from '#operations/call.ts';
import { costOf, priceAt } from './price-volume.ts';
import type { Amount, CostSoFar } from './rates.contract.ts';
import { chargedBefore, chargesOf, readRates } from './rates.store.ts';

/** By campaign; `fallback` is the category where WhatsApp did not say one. Campaigns without deliveries are left out. */
export async function costOfCampaigns(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  campaigns: readonly { id: string; fallback: string }[],
): Promise<Map<string, CostSoFar>> {
  const fallbacks = new Map(campaigns.map(({ id, fallback }) => [id, fallback]));
  const days = await chargesOf(
    call,
    campaigns.map(({ id }) => id),
  );
  const named = days.map((day) => ({ ...day, category: day.category || fallbacks.get(day.campaignId)! }));
  const rates = await readRates(call, [...new Set(named.map((day) => day.category))]);
  const costs = new Map<string, CostSoFar>();
  for (const day of named) {
    const cost = costs.get(day.campaignId) ?? { amounts: [], charged: 0, free: 0, unpriced: 0 };
    costs.set(day.campaignId, cost);
    if (!day.charged) {
      cost.free += day.count;
      continue;
    }
    cost.charged += day.count;
    const price = priceAt(rates, day);
    if (!price) {
      cost.unpriced += day.count;
      continue;
    }
    const already = price.tiers.length > 1 ? await chargedBefore(call, day) : 0;
    addAmount(cost.amounts, { currency: price.currency, micros: costOf(price.tiers, day.count, already) });
  }
  return costs;
}

/** Adds to the amount of the same currency. */
export function addAmount(amounts: Amount[], { currency, micros }: Amount): void {
  const same = amounts.find((amount) => amount.currency === currency);
  if (same) same.micros += micros;
  else amounts.push({ currency, micros });
}
