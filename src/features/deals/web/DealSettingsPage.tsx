// Settings: the pipelines of deals and their stages.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { MOST_PIPELINES } from '#features/deals/pipelines.contract.ts';
import { api, client } from '#web/api.ts';
import { AddButton } from '#web/settings/AddButton.tsx';
import styles from '#web/settings/SettingsRows.module.css';
import { SettingsSection } from '#web/settings/SettingsSection.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { moved } from '#web/ui/moved.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { toastFailed } from '#web/ui/toast.tsx';
import { DealDemands } from './DealDemands.tsx';
import { LostReasons } from './LostReasons.tsx';
import { NewPipelineDialog } from './NewPipelineDialog.tsx';
import { PipelineRow } from './PipelineRow.tsx';
import { StageSettings } from './StageSettings.tsx';
import { useSettingsChange } from './use-settings-change.ts';

export function DealSettingsPage() {
  const t = useTranslations('dealSettings');
  const deals = useTranslations('dealsNav');
  const pipelines = useQuery(api.pipelines.list.queryOptions({ input: {} }));
  const [creating, setCreating] = useState(false);
  const items = pipelines.data?.items ?? [];
  const order = useSettingsChange((ids: string[]) => client.pipelines.reorder({ ids }), {
    onError: (error) => toastFailed(error),
  });
  const move = (from: number, to: number) =>
    order.mutate(
      moved(
        items.map(({ id }) => id),
        from,
        to,
      ),
    );
  return (
    <>
      <PageHeader title={deals('title')} />
      <SettingsSection
        wide
        title={t('pipelines')}
        text={t('pipelinesText', { most: MOST_PIPELINES })}
        action={
          <AddButton
            label={t('newPipeline')}
            disabled={items.length >= MOST_PIPELINES}
            onClick={() => setCreating(true)}
          />
        }
      >
        {pipelines.error && <ErrorState error={pipelines.error} onRetry={() => void pipelines.refetch()} />}
        {pipelines.data && items.length === 0 && <p className={styles.empty}>{t('noPipelines')}</p>}
        <ul className={styles.rows}>
          {items.map((pipeline, at) => (
            <PipelineRow
              key={pipeline.id}
              pipeline={pipeline}
              at={at}
              count={items.length}
              busy={order.isPending}
              onMove={move}
            />
          ))}
        </ul>
      </SettingsSection>
      {items.map((pipeline) => (
        <StageSettings key={pipeline.id} pipeline={pipeline} />
      ))}
      <LostReasons />
      <DealDemands />
      {creating && <NewPipelineDialog onClose={() => setCreating(false)} />}
    </>
  );
}
