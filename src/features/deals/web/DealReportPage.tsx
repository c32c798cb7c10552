// The report on deals: what was won and lost, what may come, where deals stay, and why they are lost.
import { Skeleton } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { useTranslations } from 'use-intl';
import type { DealReport } from '#features/deals/deal-report.contract.ts';
import { api } from '#web/api.ts';
import { DaysChip } from '#web/ui/DaysChip.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FilterChip } from '#web/ui/FilterChip.tsx';
import { periodOf } from '#web/ui/report/periods.ts';
import styles from '#web/ui/report/Report.module.css';
import { ReportPanel } from '#web/ui/report/ReportPanel.tsx';
import { useToday } from '#web/ui/report/use-today.ts';
import { useFilters } from '#web/ui/use-filters.ts';
import { DealFigures } from './DealFigures.tsx';
import { DealsFrame } from './DealsFrame.tsx';
import { GoalsPanel } from './GoalsPanel.tsx';
import { useMemberChoices } from './use-deal-choices.ts';
import { useReportPanels } from './use-report-panels.tsx';
import { WithoutRate } from './WithoutRate.tsx';

type Search = { owner?: string; from?: string; to?: string };

export function DealReportPage() {
  const t = useTranslations('dealReport');
  const filter = useTranslations('deals.filter');
  const members = useMemberChoices();
  const [{ owner, from, to }, setSearch] = useFilters<Search>();
  const period = usePeriod();
  const isFiltered = owner !== undefined || from !== undefined || to !== undefined;
  return (
    <DealsFrame
      view="report"
      filters={{
        chips: (
          <>
            <DaysChip
              label={t('period')}
              {...period}
              clearable={false}
              withPeriods
              onChange={(days) => setSearch(days)}
            />
            <FilterChip
              label={filter('owner')}
              value={owner}
              options={[
                { value: 'me', label: filter('me') },
                ...members,
                { value: 'none', label: filter('nobody') },
              ]}
              onChange={(next) => setSearch({ owner: next })}
            />
          </>
        ),
        clear: isFiltered ? () => setSearch({ owner: null, from: null, to: null }) : undefined,
      }}
    >
      {({ pipeline }) => <Report pipelineId={pipeline.id} />}
    </DealsFrame>
  );
}

function Report({ pipelineId }: { pipelineId: string }) {
  const t = useTranslations('dealReport');
  const [{ owner }] = useFilters<Search>();
  const { from, to } = usePeriod();
  const report = useQuery({
    ...api.dealReports.report.queryOptions({
      input: { pipelineId, from, to, ...(owner ? { ownerId: owner } : {}) },
    }),
    placeholderData: keepPreviousData,
  });
  const { data } = report;
  const scope = data && { pipelineId, owner, from: data.from, to: data.to };
  const panels = useReportPanels(data, scope);
  if (report.error && !data) return <ErrorState error={report.error} onRetry={() => void report.refetch()} />;
  if (data && isEmpty(data))
    return (
      <div className={styles.page}>
        <div className={styles.wide}>
          <EmptyState icon={IconChartBar} title={t('empty')} text={t('emptyText')} />
        </div>
        <GoalsPanel />
      </div>
    );
  return (
    <div className={styles.page} aria-busy={report.isPlaceholderData || !data}>
      <div className={styles.wide}>
        <DealFigures report={data} scope={scope} />
      </div>
      {data && data.unrated.length > 0 && (
        <div className={styles.wide}>
          <WithoutRate amounts={data.unrated} />
        </div>
      )}
      {panels
        ? panels.map((panel, place) => (
            <Fragment key={panel.fileName}>
              <ReportPanel {...panel} />
              {place === 0 && <GoalsPanel />}
            </Fragment>
          ))
        : SHAPES.map((height, place) => (
            <Skeleton key={height} height={height} {...(place === 0 ? { className: styles.wide } : {})} />
          ))}
    </div>
  );
}

/** Of the address; this year when it names none. */
function usePeriod(): { from: string; to: string } {
  const [{ from, to }] = useFilters<Search>();
  const usual = periodOf('thisYear', useToday());
  return { from: from ?? usual.from, to: to ?? usual.to };
}

/** Of what stands there when the figures are. */
const SHAPES = [300, 281, 280, 201, 200];

function isEmpty({ won, lost, forecast, stages }: DealReport): boolean {
  return won.count + lost.count + forecast.length + (stages[0]?.reached ?? 0) === 0;
}
