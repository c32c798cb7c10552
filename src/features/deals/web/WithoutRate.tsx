// Says which amounts are in no sum, because nobody entered a rate for their currency.
import { IconCoinOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { AmountOf } from '#features/deals/deal-shapes.contract.ts';
import { usePermission } from '#web/session.ts';
import { Notice } from '#web/ui/Notice.tsx';
import styles from './DealReport.module.css';
import { useDealMoney } from './use-deal-money.ts';

export function WithoutRate({ amounts }: { amounts: readonly AmountOf[] }) {
  const t = useTranslations('dealReport');
  const spell = useDealMoney();
  const mayConfigure = usePermission('deals:configure');
  if (amounts.length === 0) return null;
  const sums = amounts.map(({ amount, currency }) => spell(amount, currency)).join(', ');
  return (
    <Notice tone="attention" icon={IconCoinOff} title={t('withoutRate', { sums })}>
      <span>
        {t('withoutRateText')}{' '}
        {mayConfigure && (
          <Link className={styles.link} to="/settings/currencies">
            {t('enterRates')}
          </Link>
        )}
      </span>
    </Notice>
  );
}
