// The campaigns of the workspace: state, progress, figures.
import { Button, Menu, SegmentedControl } from '@mantine/core';
import { IconDownload, IconPlus, IconSpeakerphone } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import {
  CAMPAIGN_STATES,
  type CampaignState,
  type CampaignSummary,
} from '#features/campaigns/campaigns.contract.ts';
import { api } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { FilterBar } from '#web/ui/FilterBar.tsx';
import { FilterChip } from '#web/ui/FilterChip.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { RelativeTime } from '#web/ui/RelativeTime.tsx';
import { ColumnChoice } from '#web/ui/table/ColumnChoice.tsx';
import type { Column } from '#web/ui/table/columns.ts';
import { RecordTable } from '#web/ui/table/RecordTable.tsx';
import { useFilters } from '#web/ui/use-filters.ts';
import { CampaignBadge } from './CampaignBadge.tsx';
import { CampaignCalendar } from './CampaignCalendar.tsx';
import styles from './CampaignsPage.module.css';
import { CompareAction } from './CompareAction.tsx';
import type { CalendarSpan } from './calendar-days.ts';
import { downloadStatistics } from './download-statistics.ts';
import { ShareBar } from './ShareBar.tsx';

type Filters = {
  search?: string;
  state?: CampaignState;
  view?: 'calendar';
  span?: 'week';
  day?: string;
};

export function CampaignsPage() {
  const t = useTranslations('campaigns');
  const navigate = useNavigate();
  const mayWrite = usePermission('campaigns:write');
  const tc = useTranslations('campaignCalendar');
  const td = useTranslations('compare');
  const [{ search, state, view, span, day }, setFilters] = useFilters<Filters>();
  const inCalendar = view === 'calendar';
  const pages = useInfiniteQuery({
    ...api.campaigns.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ cursor, search, state }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
    enabled: !inCalendar,
  });
  const columns = useColumns();
  const clear = search || state ? () => setFilters({ search: null, state: null }) : undefined;
  const create = mayWrite && (
    <Button
      leftSection={<IconPlus size={16} />}
      renderRoot={(props) => <Link to="/campaigns/new" {...props} />}
    >
      {t('new')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('title')}
        action={create}
        menu={
          <Menu.Item
            leftSection={<IconDownload size={16} />}
            onClick={() => downloadStatistics({ search, state })}
          >
            {td('statistics')}
          </Menu.Item>
        }
      />
      <FilterBar
        {...(inCalendar
          ? {}
          : {
              search: {
                value: search,
                onChange: (value: string) => setFilters({ search: value }),
                placeholder: t('search'),
              },
            })}
        onClear={clear}
        right={
          <>
            <SegmentedControl
              aria-label={tc('view')}
              data={(['list', 'calendar'] as const).map((value) => ({ value, label: tc(value) }))}
              value={view ?? 'list'}
              onChange={(value) => setFilters({ view: value === 'calendar' ? 'calendar' : null })}
            />
            {!inCalendar && <ColumnChoice tableId="campaigns" columns={columns} />}
          </>
        }
      >
        <FilterChip
          label={t('filter.state')}
          value={state}
          options={CAMPAIGN_STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
          onChange={(value) => setFilters({ state: value })}
        />
      </FilterBar>
      {inCalendar ? (
        <CampaignCalendar
          day={day}
          span={span ?? 'month'}
          state={state}
          onChange={(changes) => setFilters(onlyWeek(changes))}
        />
      ) : (
        <RecordTable
          id="campaigns"
          label={t('title')}
          columns={columns}
          pages={pages}
          rowKey={(row) => row.id}
          bulk={(ids) => <CompareAction ids={ids} />}
          onOpen={(row) => void navigate({ to: '/campaigns/$id', params: { id: row.id } })}
          phoneRow={(row) => ({
            title: row.name,
            detail: row.template?.name ?? '',
            aside: <When campaign={row} />,
            mark: <CampaignBadge state={row.state} />,
          })}
          empty={
            <EmptyState
              icon={IconSpeakerphone}
              title={t('empty')}
              text={t('emptyText')}
              action={create || undefined}
            />
          }
          onClearFilters={clear}
        />
      )}
    </>
  );
}

/** A month is what there is without a word in the address. */
function onlyWeek({ day, span }: { day?: string | null; span?: CalendarSpan | null }) {
  return {
    ...(day === undefined ? {} : { day }),
    ...(span === undefined ? {} : { span: span === 'week' ? ('week' as const) : null }),
  };
}

function When({ campaign }: { campaign: CampaignSummary }) {
  return <RelativeTime at={campaign.startedAt ?? campaign.scheduledAt ?? campaign.createdAt} />;
}

function useColumns(): Column<CampaignSummary>[] {
  const t = useTranslations('campaigns');
  const format = useFormatter();
  return useMemo(() => {
    const share = (part: number, whole: number) =>
      whole === 0 ? '' : format.number(part / whole, { style: 'percent', maximumFractionDigits: 1 });
    return [
      {
        id: 'name',
        header: t('column.name'),
        fixed: true,
        minWidth: 200,
        cell: (row) => <span className={styles.name}>{row.name}</span>,
      },
      {
        id: 'state',
        header: t('column.state'),
        width: 120,
        cell: (row) => <CampaignBadge state={row.state} />,
      },
      {
        id: 'template',
        header: t('column.template'),
        minWidth: 150,
        cell: (row) => <span className={styles.muted}>{row.template?.name}</span>,
      },
      {
        id: 'audience',
        header: t('column.audience'),
        width: 100,
        align: 'right',
        cell: (row) => (row.startedAt ? format.number(row.figures.audience) : ''),
      },
      {
        id: 'progress',
        header: t('column.progress'),
        width: 170,
        cell: (row) => (row.startedAt ? <ShareBar figures={row.figures} label={row.name} /> : null),
      },
      {
        id: 'read',
        header: t('column.read'),
        width: 80,
        align: 'right',
        cell: (row) => share(row.figures.read, row.figures.sent),
      },
      {
        id: 'replied',
        header: t('column.replied'),
        width: 90,
        align: 'right',
        cell: (row) => share(row.figures.replied, row.figures.sent),
      },
      {
        id: 'failed',
        header: t('column.failed'),
        width: 80,
        align: 'right',
        cell: (row) => (row.figures.failed > 0 ? format.number(row.figures.failed) : ''),
      },
      { id: 'when', header: t('column.when'), width: 130, cell: (row) => <When campaign={row} /> },
    ];
  }, [t, format]);
}
