// What is to be done for deals, soonest first: one's own, somebody's or everybody's.
import { Button } from '@mantine/core';
import { IconCheck, IconChecklist } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { DealsFrame } from '#features/deals/web/DealsFrame.tsx';
import { api } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ColumnChoice } from '#web/ui/table/ColumnChoice.tsx';
import { RecordTable } from '#web/ui/table/RecordTable.tsx';
import { useFilters } from '#web/ui/use-filters.ts';
import { ActivityDue } from './ActivityDue.tsx';
import { ActivityFilters } from './ActivityFilters.tsx';
import { useActivityColumns } from './activity-columns.tsx';
import { KIND_ICONS } from './activity-kinds.ts';
import { type ActivitySearch, listOf, noActivityFilters } from './activity-query.ts';
import { PlanActivity } from './PlanActivity.tsx';
import { useActivityChange } from './use-activity-change.ts';

export function ActivitiesPage() {
  const [search, setSearch] = useFilters<ActivitySearch>();
  const isDone = search.due === 'done';
  const columns = useActivityColumns(isDone);
  const { due, by, kind, pipeline } = search;
  const isFiltered = [due, by, kind, pipeline].some((value) => value !== undefined);
  const clear = isFiltered ? () => setSearch(noActivityFilters) : undefined;
  const t = useTranslations('dealActivities');
  const [planning, setPlanning] = useState(false);
  return (
    <>
      <DealsFrame
        view="activities"
        begin={{ label: t('plan'), run: () => setPlanning(true) }}
        right={<ColumnChoice tableId="deal-activities" columns={columns} />}
        filters={{ chips: <ActivityFilters />, clear }}
      >
        {({ newButton }) => <ActivityTable columns={columns} newButton={newButton} onClearFilters={clear} />}
      </DealsFrame>
      {planning && <PlanActivity onClose={() => setPlanning(false)} />}
    </>
  );
}

type TableProps = {
  columns: ReturnType<typeof useActivityColumns>;
  newButton: ReactNode;
  onClearFilters: (() => void) | undefined;
};

function ActivityTable({ columns, newButton, onClearFilters }: TableProps) {
  const t = useTranslations('dealActivities');
  const navigate = useNavigate();
  const mayWrite = usePermission('deals:write');
  const { tickAll } = useActivityChange();
  const [search] = useFilters<ActivitySearch>();
  const input = listOf(search);
  const pages = useInfiniteQuery(
    api.dealActivities.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...input, cursor, limit: 100 }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  );
  return (
    <RecordTable
      id="deal-activities"
      label={t('title')}
      columns={columns}
      pages={pages}
      rowKey={(row) => row.id}
      onOpen={(row) => void navigate({ to: '/deals/$id', params: { id: row.deal.id } })}
      bulk={
        mayWrite && search.due !== 'done'
          ? (ids, clear) => <TickAll count={ids.length} onTick={() => tickAll(ids).then(clear)} />
          : undefined
      }
      phoneRow={(row) => {
        const KindIcon = KIND_ICONS[row.kind];
        return {
          title: row.title,
          detail: [row.deal.title, row.owner?.name].filter(Boolean).join(' · '),
          aside: <ActivityDue activity={row} />,
          picture: <KindIcon size={20} stroke={1.6} aria-label={t(`kinds.${row.kind}`)} />,
        };
      }}
      empty={<EmptyState icon={IconChecklist} title={t('empty')} text={t('emptyText')} action={newButton} />}
      onClearFilters={onClearFilters}
    />
  );
}

function TickAll({ count, onTick }: { count: number; onTick: () => Promise<void> }) {
  const t = useTranslations('dealActivities');
  return (
    <Button size="xs" variant="default" leftSection={<IconCheck size={15} />} onClick={() => void onTick()}>
      {t('tickAll', { count })}
    </Button>
  );
}
