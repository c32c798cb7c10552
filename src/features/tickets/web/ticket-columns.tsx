// The columns of the tickets table.
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { Ticket } from '#features/tickets/tickets.contract.ts';
import { RelativeTime } from '#web/ui/RelativeTime.tsx';
import type { Column } from '#web/ui/table/columns.ts';
import { PriorityMark, StatusMark } from './TicketMarks.tsx';
import styles from './Tickets.module.css';

export function useTicketColumns(): Column<Ticket>[] {
  const t = useTranslations('tickets.column');
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
        id: 'reference',
        header: t('reference'),
        width: 136,
        sortable: true,
        cell: (row) => <span className={`${styles.reference} figures`}>{row.reference}</span>,
      },
      { id: 'contact', header: t('contact'), minWidth: 150, cell: (row) => row.contact.name },
      {
        id: 'status',
        header: t('status'),
        width: 140,
        sortable: true,
        cell: (row) => <StatusMark status={row.status} />,
      },
      {
        id: 'priority',
        header: t('priority'),
        width: 110,
        sortable: true,
        cell: (row) => <PriorityMark priority={row.priority} />,
      },
      {
        id: 'category',
        header: t('category'),
        width: 130,
        sortable: true,
        cell: (row) => row.category?.name,
      },
      { id: 'owner', header: t('owner'), width: 140, sortable: true, cell: (row) => row.owner?.name },
      {
        id: 'updated',
        header: t('updated'),
        width: 110,
        optional: true,
        sortable: true,
        cell: (row) => <RelativeTime at={row.updatedAt} />,
      },
      {
        id: 'created',
        header: t('created'),
        width: 110,
        sortable: true,
        cell: (row) => <RelativeTime at={row.createdAt} />,
      },
      {
        id: 'closed',
        header: t('closed'),
        width: 110,
        optional: true,
        sortable: true,
        cell: (row) => row.closedAt && <RelativeTime at={row.closedAt} />,
      },
    ],
    [t],
  );
}
