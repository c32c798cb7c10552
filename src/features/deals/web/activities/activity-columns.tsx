// The columns of the table of activities.
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { Activity } from '#features/deals/deal-activities.contract.ts';
import type { Column } from '#web/ui/table/columns.ts';
import styles from './Activities.module.css';
import { ActivityDue } from './ActivityDue.tsx';
import { ActivityMenu } from './ActivityMenu.tsx';
import { ActivityTick } from './ActivityTick.tsx';
import { KIND_ICONS } from './activity-kinds.ts';

export function useActivityColumns(isDone: boolean): Column<Activity>[] {
  const t = useTranslations('dealActivities');
  return useMemo(
    () => [
      {
        id: 'title',
        header: t('form.title'),
        fixed: true,
        minWidth: 240,
        cell: (row) => <ActivityTitle activity={row} />,
      },
      {
        id: 'due',
        header: t(isDone ? 'doneAt' : 'form.due'),
        fixed: true,
        width: 180,
        cell: (row) => <ActivityDue activity={row} />,
      },
      { id: 'deal', header: t('deal'), minWidth: 180, cell: (row) => row.deal.title },
      { id: 'owner', header: t('form.owner'), width: 150, cell: (row) => row.owner?.name },
      { id: 'kind', header: t('form.kind'), width: 110, cell: (row) => t(`kinds.${row.kind}`) },
      {
        id: 'actions',
        header: '',
        fixed: true,
        width: 72,
        align: 'right',
        cell: (row) => <ActivityMenu activity={row} />,
      },
    ],
    [t, isDone],
  );
}

function ActivityTitle({ activity }: { activity: Activity }) {
  const KindIcon = KIND_ICONS[activity.kind];
  return (
    <span className={styles.what}>
      <ActivityTick activity={activity} />
      <KindIcon size={15} aria-hidden />
      <span className={styles.title} title={activity.title}>
        {activity.title}
      </span>
    </span>
  );
}
