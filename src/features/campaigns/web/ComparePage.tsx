// Campaigns side by side: shares as bars, figures and costs as a table; the chosen ones are in the address.
import { Button, Menu, Skeleton, Title } from '@mantine/core';
import { IconChartBar, IconDownload } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { LEAST_COMPARED } from '#features/campaigns/campaigns.contract.ts';
import { api } from '#web/api.ts';
import cards from '#web/ui/CardPage.module.css';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { useFilters } from '#web/ui/use-filters.ts';
import { CompareTable } from './CompareTable.tsx';
import { downloadStatistics } from './download-statistics.ts';

const CompareChart = lazy(() =>
  import('./CompareChart.tsx').then((file) => ({ default: file.CompareChart })),
);

export function ComparePage() {
  const t = useTranslations('compare');
  const tc = useTranslations('campaigns');
  const [filters, setFilters] = useFilters<{ ids?: string }>();
  const ids = [...new Set(filters.ids?.split(',') ?? [])];
  const enough = ids.length >= LEAST_COMPARED;
  const { data, error, refetch } = useQuery({
    ...api.campaigns.compare.queryOptions({ input: { ids } }),
    enabled: enough,
    placeholderData: keepPreviousData,
  });
  const shape = <Skeleton height={240} />;
  const content = () => {
    if (!enough)
      return (
        <EmptyState
          icon={IconChartBar}
          title={t('empty')}
          text={t('emptyText')}
          action={<Button renderRoot={(props) => <Link to="/campaigns" {...props} />}>{t('choose')}</Button>}
        />
      );
    if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
    return (
      <div className={cards.page}>
        <section className={cards.card} aria-labelledby="compare-chart">
          <Title order={2} id="compare-chart">
            {t('chart')}
          </Title>
          <p className={cards.note}>{t('chartNote')}</p>
          <Suspense fallback={shape}>{data ? <CompareChart campaigns={data.campaigns} /> : shape}</Suspense>
        </section>
        <section className={cards.card} aria-labelledby="compare-table">
          <Title order={2} id="compare-table">
            {t('table')}
          </Title>
          {data ? (
            <CompareTable
              campaigns={data.campaigns}
              onRemove={(gone) => setFilters({ ids: ids.filter((id) => id !== gone).join(',') })}
            />
          ) : (
            shape
          )}
        </section>
      </div>
    );
  };
  return (
    <>
      <PageHeader
        title={t('title')}
        count={data && enough ? data.campaigns.length : undefined}
        back={{ to: '/campaigns', label: tc('back') }}
        menu={
          enough ? (
            <Menu.Item
              leftSection={<IconDownload size={16} />}
              onClick={() => downloadStatistics({ ids: ids.join(',') })}
            >
              {t('csv')}
            </Menu.Item>
          ) : undefined
        }
      />
      {content()}
    </>
  );
}
