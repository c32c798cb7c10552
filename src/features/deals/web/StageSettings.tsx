// The stages of a pipeline: their order, names, probabilities, what they demand; Won and Lost stay.
import { ActionIcon } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Pipeline, Stage } from '#features/deals/pipelines.contract.ts';
import { client } from '#web/api.ts';
import { AddButton } from '#web/settings/AddButton.tsx';
import { DeleteButton } from '#web/settings/DeleteButton.tsx';
import styles from '#web/settings/SettingsRows.module.css';
import { SettingsSection } from '#web/settings/SettingsSection.tsx';
import { SortableRow } from '#web/settings/SortableRow.tsx';
import { confirm } from '#web/ui/confirm.ts';
import { moved } from '#web/ui/moved.ts';
import { toastFailed } from '#web/ui/toast.tsx';
import { StageDialog } from './StageDialog.tsx';
import { StageMark } from './StageMark.tsx';
import { useSettingsChange } from './use-settings-change.ts';

export function StageSettings({ pipeline }: { pipeline: Pipeline }) {
  const t = useTranslations('dealSettings');
  const [editing, setEditing] = useState<Stage | 'new' | null>(null);
  const open = pipeline.stages.filter(({ kind }) => kind === 'open');
  const fixed = pipeline.stages.filter(({ kind }) => kind !== 'open');
  const order = useSettingsChange(
    (stageIds: string[]) => client.pipelines.reorderStages({ id: pipeline.id, stageIds }),
    { onError: (error) => toastFailed(error) },
  );
  const move = (from: number, to: number) =>
    order.mutate(
      moved(
        open.map(({ id }) => id),
        from,
        to,
      ),
    );
  return (
    <SettingsSection
      wide
      title={pipeline.name}
      action={<AddButton label={t('addStage')} onClick={() => setEditing('new')} />}
    >
      <ul className={styles.rows}>
        {open.map((stage, at) => (
          <SortableRow
            key={stage.id}
            group={pipeline.id}
            id={stage.id}
            name={stage.name}
            at={at}
            count={open.length}
            busy={order.isPending}
            onMove={move}
          >
            <Facts stage={stage} onEdit={() => setEditing(stage)} isLast={open.length === 1} />
          </SortableRow>
        ))}
        {fixed.map((stage) => (
          <li key={stage.id} className={styles.fixedRow}>
            <Facts stage={stage} onEdit={() => setEditing(stage)} isLast />
          </li>
        ))}
      </ul>
      {editing && (
        <StageDialog
          pipelineId={pipeline.id}
          stage={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </SettingsSection>
  );
}

function Facts({ stage, onEdit, isLast }: { stage: Stage; onEdit: () => void; isLast: boolean }) {
  const t = useTranslations('dealSettings');
  const { id, name, kind, probability, dealCount, rottingDays } = stage;
  const remove = useSettingsChange((_: null) => client.pipelines.deleteStage({ id }), {
    said: 'deleted',
    onError: (error) => toastFailed(error),
  });
  const ask = async () => {
    const yes = await confirm({
      title: t('deleteStageTitle', { name }),
      confirm: t('deleteStage'),
      danger: true,
    });
    if (yes) remove.mutate(null);
  };
  return (
    <>
      <span className={styles.name}>
        {kind === 'open' ? name : <StageMark stage={stage} />}
        {rottingDays !== null && <small>{t('oldAfter', { count: rottingDays })}</small>}
      </span>
      <span className={`${styles.detail} figures`}>{t('stageFacts', { probability, deals: dealCount })}</span>
      <span className={styles.actions}>
        <ActionIcon variant="subtle" color="gray" aria-label={t('edit', { name })} onClick={onEdit}>
          <IconPencil size={16} />
        </ActionIcon>
        {kind === 'open' && (
          <DeleteButton
            label={t('deleteNamed', { name })}
            whyNot={dealCount > 0 ? t('notEmpty') : isLast ? t('lastStage') : undefined}
            onDelete={() => void ask()}
          />
        )}
      </span>
    </>
  );
}
