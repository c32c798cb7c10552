// What the deals of the list are worth, all of them and by the probability of their stages.
import { useTranslations } from 'use-intl';
import type { Totals } from '#features/deals/deal-shapes.contract.ts';
import styles from './ListTotals.module.css';
import { useDealMoney } from './use-deal-money.ts';

export function ListTotals({ totals }: { totals: Totals | undefined }) {
  const t = useTranslations('deals');
  const money = useDealMoney();
  if (!totals || totals.amounts.length === 0) return null;
  const { amounts, currency, worth, weighted } = totals;
  const sums = amounts.map((one) => money(one.amount, one.currency)).join(' + ');
  const isMixed = amounts.length > 1 || amounts[0]!.currency !== currency;
  const unrated = amounts.filter(({ hasRate }) => !hasRate);
  return (
    <p className={`${styles.totals} figures`}>
      <strong>{isMixed ? sums : t('worth', { amount: sums })}</strong>
      {isMixed && <span>{t('worth', { amount: money(Math.round(worth), currency) })}</span>}
      {weighted !== worth && <span>{t('weighted', { amount: money(Math.round(weighted), currency) })}</span>}
      {unrated.length > 0 && (
        <span className={styles.unrated}>
          {t('withoutRate', { sums: unrated.map((one) => money(one.amount, one.currency)).join(', ') })}
        </span>
      )}
    </p>
  );
}
