// What the views of deals have in common: the pipeline that one looks at, the filters, and the form of a new deal.
import { ActionIcon, Button, Menu, SegmentedControl, Skeleton } from '@mantine/core';
import { useHotkeys, useMediaQuery } from '@mantine/hooks';
import { IconPlus, IconSettings } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { useTranslations } from 'use-intl';
import type { Pipeline } from '#features/deals/pipelines.contract.ts';
import { api } from '#web/api.ts';
import { phoneWidth } from '#web/layout/phone-width.ts';
import { useRemembered } from '#web/remembered.ts';
import { usePermission } from '#web/session.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FilterBar } from '#web/ui/FilterBar.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { useFilters } from '#web/ui/use-filters.ts';
import styles from './Board.module.css';
import { DealFilters } from './DealFilters.tsx';
import { boardFilterOf, type DealSearch, listFilterOf, noFilters } from './deal-query.ts';
import { useRememberView } from './deals-view.ts';
import { FirstPipeline } from './FirstPipeline.tsx';
import { NewDealPanel } from './NewDealPanel.tsx';
import { PipelineSwitch } from './PipelineSwitch.tsx';
import { pipelineOf } from './pipeline-of.ts';
import { DealViewsMenu } from './views/DealViewsMenu.tsx';
import { GoneFromDealView } from './views/GoneFromDealView.tsx';

const VIEWS = ['board', 'list', 'activities', 'report'] as const;
type View = (typeof VIEWS)[number];
const PATHS = {
  board: '/deals',
  list: '/deals/list',
  activities: '/deals/activities',
  report: '/deals/report',
} as const;

type Props = {
  view: View;
  count?: number | undefined;
  /** In place of the search and the chips of board and list. */
  filters?: { chips: ReactNode; clear: (() => void) | undefined };
  /** What the button of the title's row makes instead of a deal. */
  begin?: { label: string; run: () => void };
  /** Items of the page's menu, before its settings. */
  menu?: ReactNode;
  /** Beside the pipeline in the title's row. */
  beside?: ReactNode;
  /** At the right of the filters. */
  right?: ReactNode;
  /** Draws the view; `clear` is there when a filter is on. */
  children: (shown: {
    pipelines: Pipeline[];
    pipeline: Pipeline;
    newButton: ReactNode;
    clear: (() => void) | undefined;
  }) => ReactNode;
};

export function DealsFrame({ view, count, filters, begin, menu, beside, right, children }: Props) {
  const t = useTranslations('deals');
  const navigate = useNavigate();
  const [search, setSearch] = useFilters<DealSearch>();
  const may = { write: usePermission('deals:write'), configure: usePermission('deals:configure') };
  useRememberView(PATHS[view]);
  // The settings have a place of their own in the title's row only where there is room.
  const isPhone = useMediaQuery(phoneWidth, window.matchMedia(phoneWidth).matches);
  const pipelines = useQuery(api.pipelines.list.queryOptions({ input: {} }));
  const items = pipelines.data?.items;
  const pipeline = usePipeline(items, search.pipeline);
  const canBegin = may.write && pipeline !== undefined;
  const { label, run } = begin ?? {
    label: t('new'),
    run: () => setSearch({ new: true, stage: null }, { replace: false }),
  };
  useHotkeys(canBegin ? [['n', run]] : []);
  const newButton = canBegin && (
    <Button leftSection={<IconPlus size={16} />} onClick={run} aria-keyshortcuts="n">
      {label}
    </Button>
  );
  const filter = view === 'board' ? boardFilterOf(search) : listFilterOf(search);
  const clear = filters
    ? filters.clear
    : Object.keys(filter).length > 0
      ? () => setSearch({ ...noFilters, ...(view === 'list' && { pipeline: null }) })
      : undefined;
  const page = view === 'board' || view === 'list' ? view : undefined;
  const show = (next: View) => {
    const { sort: _, new: __, stage: ___, state: ____, view: _____, ...kept } = search;
    const { pipeline: place } = kept;
    // Whose activities one looks at says nothing of whose deals.
    const isOther = view === 'activities' || next === 'activities';
    void navigate({ to: PATHS[next], search: isOther ? (place ? { pipeline: place } : {}) : kept });
  };
  return (
    <>
      <PageHeader
        title={t('title')}
        count={count}
        badge={
          <>
            {(view === 'board' || view === 'report') && items && pipeline && (
              <PipelineSwitch
                pipelines={items}
                current={pipeline}
                onChoose={(id) => setSearch({ pipeline: id }, { replace: false })}
              />
            )}
            {beside}
          </>
        }
        action={
          <>
            {may.configure && !isPhone && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={t('settings')}
                title={t('settings')}
                renderRoot={(props) => <Link to="/settings/deals" {...props} />}
              >
                <IconSettings size={18} />
              </ActionIcon>
            )}
            {newButton}
          </>
        }
        menu={
          ((pipeline && menu) || (may.configure && isPhone)) && (
            <>
              {pipeline && menu}
              {may.configure && isPhone && (
                <Menu.Item
                  leftSection={<IconSettings size={16} />}
                  renderRoot={(props) => <Link to="/settings/deals" {...props} />}
                >
                  {t('settings')}
                </Menu.Item>
              )}
            </>
          )
        }
      />
      {pipelines.error && <ErrorState error={pipelines.error} onRetry={() => void pipelines.refetch()} />}
      {pipelines.isPending && <SkeletonBoard />}
      {items?.length === 0 && <FirstPipeline />}
      {items && pipeline && (
        <>
          <FilterBar
            {...(filters
              ? {}
              : {
                  search: {
                    value: search.search,
                    onChange: (value: string) => setSearch({ search: value }),
                    placeholder: t('search'),
                  },
                })}
            onClear={clear}
            right={
              <>
                {page && <DealViewsMenu page={page} />}
                {right}
              </>
            }
            views={
              <SegmentedControl
                size="xs"
                aria-label={t('view.label')}
                value={view}
                onChange={(next) => show(next as View)}
                data={VIEWS.map((value) => ({ value, label: t(`view.${value}`) }))}
              />
            }
          >
            {filters?.chips ?? (
              <DealFilters
                view={view === 'board' ? 'board' : 'list'}
                pipelines={items}
                search={search}
                onChange={setSearch}
              />
            )}
          </FilterBar>
          {page && <GoneFromDealView page={page} />}
          {children({ pipelines: items, pipeline, newButton, clear })}
        </>
      )}
      {search.new && pipeline && (
        <NewDealPanel
          pipelineId={pipeline.id}
          stageId={search.stage}
          onClose={() => setSearch({ new: null, stage: null })}
        />
      )}
    </>
  );
}

function usePipeline(pipelines: Pipeline[] | undefined, chosen: string | undefined): Pipeline | undefined {
  const [last, remember] = useRemembered('deals-pipeline');
  const current = pipelineOf(pipelines, chosen, last);
  useEffect(() => {
    if (chosen && current?.id === chosen) remember(chosen);
  }, [chosen, current?.id, remember]);
  return current;
}

export function SkeletonBoard() {
  return (
    <div className={styles.board} aria-hidden>
      {[3, 2, 4, 1].map((cards) => (
        <div key={cards} className={styles.column}>
          <Skeleton height={16} width="50%" mb={10} />
          {Array.from({ length: cards }, (_, at) => at).map((at) => (
            <Skeleton key={at} height={104} mb={8} />
          ))}
        </div>
      ))}
    </div>
  );
}
