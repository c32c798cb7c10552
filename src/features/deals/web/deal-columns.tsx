// The columns of the table of deals.
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { Deal } from '#features/deals/deal-shapes.contract.ts';
import { RelativeTime } from '#web/ui/RelativeTime.tsx';
import type { Column } from '#web/ui/table/columns.ts';
import styles from './Board.module.css';
import { StageMark } from './StageMark.tsx';
import { useDay } from './use-day.ts';
import { useDealMoney } from './use-deal-money.ts';

export function useDealColumns(): Column<Deal>[] {
  const t = useTranslations('deals.form');
  const money = useDealMoney();
  const day = useDay();
  return useMemo(
    () => [
      {
        id: 'title',
        header: t('title'),
        fixed: true,
        sortable: true,
        minWidth: 220,
        cell: (row) => <span className={styles.strong}>{row.title}</span>,
      },
      {
        id: 'stage',
        header: t('stage'),
        width: 140,
        sortable: true,
        cell: (row) => <StageMark stage={row.stage} />,
      },
      {
        id: 'amount',
        header: t('amount'),
        width: 130,
        align: 'right',
        sortable: true,
        cell: (row) =>
          row.amount !== null && row.currency !== null ? money(row.amount, row.currency) : null,
      },
      {
        id: 'contacts',
        header: t('contacts'),
        width: 150,
        cell: (row) => row.contacts.map(({ name }) => name).join(', '),
      },
      { id: 'owner', header: t('owner'), width: 110, cell: (row) => row.owner?.name },
      { id: 'pipeline', header: t('pipeline'), width: 110, cell: (row) => row.pipeline.name },
      {
        id: 'closeDate',
        header: t('closeDate'),
        width: 130,
        sortable: true,
        cell: (row) => row.closeDate && day(row.closeDate),
      },
      { id: 'reference', header: t('reference'), width: 130, cell: (row) => row.reference },
      {
        id: 'created',
        header: t('created'),
        width: 110,
        sortable: true,
        cell: (row) => <RelativeTime at={row.createdAt} />,
      },
      {
        id: 'updated',
        header: t('updated'),
        width: 110,
        sortable: true,
        optional: true,
        cell: (row) => <RelativeTime at={row.updatedAt} />,
      },
      {
        id: 'currency',
        header: t('currency'),
        width: 90,
        optional: true,
        cell: (row) => row.currency,
      },
      {
        id: 'lostReason',
        header: t('lostReason'),
        width: 150,
        optional: true,
        cell: (row) => row.lostReason?.name,
      },
    ],
    [t, money, day],
  );
}
