// What stands above the cards of a stage: its name, how many deals, what they are worth, and by probability.
import { ActionIcon } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useFormatter, useTranslations } from 'use-intl';
import { useFilters } from '#web/ui/use-filters.ts';
import styles from './Board.module.css';
import { useBoardTools } from './board-context.ts';
import type { StageOfBoard } from './board-moves.ts';
import type { DealSearch } from './deal-query.ts';
import { useDealMoney } from './use-deal-money.ts';

export function ColumnHead({ id, column: { stage, totals } }: { id: string; column: StageOfBoard }) {
  const t = useTranslations('deals');
  const format = useFormatter();
  const money = useDealMoney();
  const { mayWrite } = useBoardTools();
  const [, setSearch] = useFilters<DealSearch>();
  const sums = totals.amounts.map(({ amount, currency }) => money(amount, currency));
  const weighted = money(Math.round(totals.weighted), totals.currency);
  const unrated = totals.amounts.filter(({ hasRate }) => !hasRate);
  const isWeighed = stage.kind === 'open' && totals.amounts.length > 0;
  return (
    <header className={styles.head}>
      <div className={styles.headLine}>
        {stage.kind !== 'open' && <span className={styles.kind} data-kind={stage.kind} aria-hidden />}
        <h2 id={id} className={styles.stage} title={stage.name}>
          {stage.name}
        </h2>
        <span className={`${styles.count} figures`}>{format.number(totals.count)}</span>
        {mayWrite && (
          <ActionIcon
            className={styles.add}
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={t('newIn', { stage: stage.name })}
            onClick={() => setSearch({ new: true, stage: stage.id }, { replace: false })}
          >
            <IconPlus size={16} />
          </ActionIcon>
        )}
      </div>
      <div className={`${styles.sums} figures`}>
        <span className={styles.sum}>{sums.length > 0 ? sums.join(' + ') : '–'}</span>
        {sums.length > 1 && (
          <span className={styles.quiet}>
            {t('worth', { amount: money(Math.round(totals.worth), totals.currency) })}
          </span>
        )}
        {isWeighed && (
          <span className={styles.quiet} title={t('weightedWhy', { probability: stage.probability })}>
            {t('weighted', { amount: weighted })}
          </span>
        )}
        {unrated.length > 0 && (
          <span className={styles.unrated}>
            {t('withoutRate', {
              sums: unrated.map(({ amount, currency }) => money(amount, currency)).join(', '),
            })}
          </span>
        )}
      </div>
    </header>
  );
}
