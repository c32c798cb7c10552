// What is to be done for one deal, on its page: ticked off, put off, planned.
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Deal } from '#features/deals/deal-shapes.contract.ts';
import { api } from '#web/api.ts';
import { usePermission, useSession } from '#web/session.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import section from '#web/ui/record/RecordSection.module.css';
import { RecordSection } from '#web/ui/record/RecordSection.tsx';
import styles from './Activities.module.css';
import { ActivityDue } from './ActivityDue.tsx';
import { ActivityMenu } from './ActivityMenu.tsx';
import { ActivityTick } from './ActivityTick.tsx';
import { KIND_ICONS } from './activity-kinds.ts';

const ActivityDialog = lazy(async () => ({ default: (await import('./ActivityDialog.tsx')).ActivityDialog }));

export function DealActivities({ deal }: { deal: Deal }) {
  const t = useTranslations('dealActivities');
  const me = useSession().user.id;
  const mayWrite = usePermission('deals:write');
  const [planning, setPlanning] = useState(false);
  const pages = useInfiniteQuery(
    api.dealActivities.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ deal: deal.id, cursor, limit: 20 }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
    }),
  );
  const activities = pages.data?.pages.flatMap((one) => one.items) ?? [];
  return (
    <RecordSection
      title={t('title')}
      action={
        mayWrite && (
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconPlus size={14} />}
            onClick={() => setPlanning(true)}
          >
            {t('plan')}
          </Button>
        )
      }
    >
      {pages.error && <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.data && activities.length === 0 && <p className={section.none}>{t('nothingPlanned')}</p>}
      <ul className={styles.rows}>
        {activities.map((activity) => {
          const KindIcon = KIND_ICONS[activity.kind];
          return (
            <li key={activity.id}>
              <ActivityTick activity={activity} />
              <span className={styles.text}>
                <span className={styles.what}>
                  <KindIcon size={15} role="img" aria-label={t(`kinds.${activity.kind}`)} />
                  <span className={styles.title} title={activity.title}>
                    {activity.title}
                  </span>
                </span>
                <span className={styles.detail}>{activity.owner?.name}</span>
              </span>
              <ActivityDue activity={activity} />
              <ActivityMenu activity={activity} />
            </li>
          );
        })}
      </ul>
      {pages.hasNextPage && (
        <Button
          variant="subtle"
          size="xs"
          mb="sm"
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
      {planning && (
        <Suspense>
          <ActivityDialog deal={deal} ownerId={deal.owner?.userId ?? me} onClose={() => setPlanning(false)} />
        </Suspense>
      )}
    </RecordSection>
  );
}
