// The report on tickets: by category, status and priority, and how long closing takes.
import { Skeleton } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { api } from '#web/api.ts';
import { DaysChip } from '#web/ui/DaysChip.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FilterBar } from '#web/ui/FilterBar.tsx';
import { FilterChip } from '#web/ui/FilterChip.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import styles from '#web/ui/report/Report.module.css';
import { ReportPanel } from '#web/ui/report/ReportPanel.tsx';
import { useFilters } from '#web/ui/use-filters.ts';
import { useReportPanels } from './use-report-panels.ts';
import { useTicketChoices } from './use-ticket-choices.ts';

type Search = { from?: string; to?: string; category?: string };

export function TicketReportPage() {
  const t = useTranslations('ticketReport');
  const tickets = useTranslations('tickets');
  const [search, setSearch] = useFilters<Search>();
  const { categories } = useTicketChoices();
  const { from, to, category } = search;
  const report = useQuery({
    ...api.tickets.report.queryOptions({
      input: {
        ...(from ? { from } : {}),
        ...(to ? { to } : {}),
        ...(category ? { categoryId: category } : {}),
      },
    }),
    placeholderData: keepPreviousData,
  });
  const { data } = report;
  const panels = useReportPanels(data);
  const filtered = Object.keys(search).length > 0;
  return (
    <>
      <PageHeader title={t('title')} count={data?.count} />
      <FilterBar onClear={filtered ? () => setSearch({ from: null, to: null, category: null }) : undefined}>
        <DaysChip
          label={tickets('filter.opened')}
          withPeriods
          from={from ?? data?.from}
          to={to ?? data?.to}
          clearable={false}
          onChange={(days) => setSearch(days)}
        />
        <FilterChip
          label={t('category')}
          value={category}
          options={[...categories, { value: 'none', label: t('none') }]}
          onChange={(next) => setSearch({ category: next })}
        />
      </FilterBar>
      <div className={styles.page}>
        {report.error && !data ? (
          <div className={styles.wide}>
            <ErrorState error={report.error} onRetry={() => void report.refetch()} />
          </div>
        ) : data?.count === 0 ? (
          <div className={styles.wide}>
            <EmptyState icon={IconChartBar} title={t('empty')} text={t('emptyText')} />
          </div>
        ) : (
          <>
            <p className={styles.text}>{t('text')}</p>
            {panels
              ? panels.map((panel) => <ReportPanel key={panel.fileName} {...panel} />)
              : [1, 2, 3, 4].map((place) => <Skeleton key={place} height={260} />)}
          </>
        )}
      </div>
    </>
  );
}
