// Adds figures of stages up to totals: per currency, in the workspace's, weighted by probability. Pure.
import type { Totals } from './deal-shapes.contract.ts';
import type { Tally } from './deal-tallies.store.ts';

/** `probabilities` in per cent, by stage. */
export function totalOf(
  tallies: readonly Tally[],
  probabilities: ReadonlyMap<string, number>,
  currency: string,
): Totals {
  const totals: Totals = { count: 0, amounts: [], currency, worth: 0, weighted: 0, unrated: 0 };
  for (const { stageId, currency: code, deals, amount, worth, unrated } of tallies) {
    totals.count += deals;
    totals.worth += worth;
    totals.weighted += (worth * (probabilities.get(stageId) ?? 0)) / 100;
    totals.unrated += unrated;
    if (code === null) continue;
    const same = totals.amounts.find((one) => one.currency === code);
    const hasRate = unrated === 0;
    if (!same) totals.amounts.push({ currency: code, amount, count: deals, hasRate });
    else {
      same.hasRate &&= hasRate;
      same.amount += amount;
      same.count += deals;
    }
  }
  totals.weighted = Math.round(totals.weighted);
  totals.amounts.sort(
    (a, b) => (a.currency === currency ? -1 : b.currency === currency ? 1 : 0) || b.count - a.count,
  );
  return totals;
}
