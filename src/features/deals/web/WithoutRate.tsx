// Says which amounts are in no sum, because nobody entered a rate for their currency.
import { IconCoinOff } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { AmountOf } from '#features/deals/deal-shapes.contract.ts';
import { Notice } from '#web/ui/Notice.tsx';
import { useDealMoney } from './use-deal-money.ts';

export function WithoutRate({ amounts }: { amounts: readonly AmountOf[] }) {
  const t = useTranslations('dealReport');
  const spell = useDealMoney();
  if (amounts.length === 0) return null;
  const sums = amounts.map(({ amount, currency }) => spell(amount, currency)).join(', ');
  return (
    <Notice tone="attention" icon={IconCoinOff} title={t('withoutRate', { sums })}>
      {t('withoutRateText')}
    </Notice>
  );
}
