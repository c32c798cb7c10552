// Spells costs in the person's language.
import { useFormatter, useTranslations } from 'use-intl';
import type { Amount, CostSoFar } from '#features/rates/rates.contract.ts';

/** Sums keep two decimals; what is less than a cent keeps up to four. */
export function useMoney(): (amount: Amount) => string {
  const format = useFormatter();
  return ({ currency, micros }) =>
    format.number(micros / 1_000_000, {
      style: 'currency',
      currency,
      maximumFractionDigits: micros > 0 && micros < 1_000_000 ? 4 : 2,
    });
}

/** What was charged so far in words; null while nothing was, or nothing is known. */
export function useCostWords(cost: CostSoFar | null): string | null {
  const t = useTranslations('ratesPage');
  const money = useMoney();
  if (!cost || cost.amounts.length === 0) return null;
  return t('costSoFar', { amount: cost.amounts.map(money).join(' + '), count: cost.charged });
}
