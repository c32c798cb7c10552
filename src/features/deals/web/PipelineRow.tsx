// A pipeline in the settings: its place among the others, its name, and its end when it is empty.
import { ActionIcon } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Pipeline } from '#features/deals/pipelines.contract.ts';
import { client } from '#web/api.ts';
import { DeleteButton } from '#web/settings/DeleteButton.tsx';
import styles from '#web/settings/SettingsRows.module.css';
import { SortableRow } from '#web/settings/SortableRow.tsx';
import { confirm } from '#web/ui/confirm.ts';
import { NameDialog } from '#web/ui/NameDialog.tsx';
import { toastFailed } from '#web/ui/toast.tsx';
import { useSettingsChange } from './use-settings-change.ts';

type Props = {
  pipeline: Pipeline;
  at: number;
  count: number;
  busy: boolean;
  onMove: (from: number, to: number) => void;
};

export function PipelineRow({ pipeline, at, count, busy, onMove }: Props) {
  const t = useTranslations('dealSettings');
  const [naming, setNaming] = useState(false);
  const { id, name, dealCount, stages } = pipeline;
  const rename = useSettingsChange((next: string) => client.pipelines.update({ id, name: next }), {
    said: 'saved',
    onDone: () => setNaming(false),
  });
  const remove = useSettingsChange((_: null) => client.pipelines.delete({ id }), {
    said: 'deleted',
    onError: (error) => toastFailed(error),
  });
  const ask = async () => {
    const yes = await confirm({
      title: t('deletePipelineTitle', { name }),
      text: t('deletePipelineText'),
      confirm: t('deletePipeline'),
      danger: true,
    });
    if (yes) remove.mutate(null);
  };
  return (
    <SortableRow group="pipelines" id={id} name={name} at={at} count={count} busy={busy} onMove={onMove}>
      <span className={styles.name}>{name}</span>
      <span className={styles.detail}>{t('counts', { stages: stages.length, deals: dealCount })}</span>
      <span className={styles.actions}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('rename', { name })}
          onClick={() => setNaming(true)}
        >
          <IconPencil size={16} />
        </ActionIcon>
        <DeleteButton
          label={t('deleteNamed', { name })}
          whyNot={dealCount > 0 ? t('notEmpty') : undefined}
          onDelete={() => void ask()}
        />
      </span>
      {naming && (
        <NameDialog
          title={t('rename', { name })}
          labels={{ name: t('name'), save: t('save') }}
          name={name}
          error={rename.error}
          busy={rename.isPending}
          onSave={(next) => rename.mutate(next)}
          onClose={() => setNaming(false)}
        />
      )}
    </SortableRow>
  );
}
