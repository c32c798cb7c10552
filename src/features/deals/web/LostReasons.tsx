// Settings: the reasons why deals are lost.
import { ActionIcon } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { LostReason } from '#features/deals/deal-settings.contract.ts';
import { api, client } from '#web/api.ts';
import { AddButton } from '#web/settings/AddButton.tsx';
import styles from '#web/settings/SettingsRows.module.css';
import { SettingsSection } from '#web/settings/SettingsSection.tsx';
import { SortableRow } from '#web/settings/SortableRow.tsx';
import { confirm } from '#web/ui/confirm.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { moved } from '#web/ui/moved.ts';
import { NameDialog } from '#web/ui/NameDialog.tsx';
import { toastFailed } from '#web/ui/toast.tsx';
import { useSettingsChange } from './use-settings-change.ts';

export function LostReasons() {
  const t = useTranslations('dealSettings');
  const reasons = useQuery(api.dealSettings.lostReasons.queryOptions({ input: {} }));
  const [naming, setNaming] = useState<LostReason | 'new' | null>(null);
  const items = reasons.data?.items ?? [];
  const failed = { onError: (error: unknown) => toastFailed(error) };
  const order = useSettingsChange((ids: string[]) => client.dealSettings.reorderLostReasons({ ids }), failed);
  const remove = useSettingsChange((id: string) => client.dealSettings.deleteLostReason({ id }), {
    said: 'deleted',
    ...failed,
  });
  const ask = async ({ id, name }: LostReason) => {
    const yes = await confirm({
      title: t('deleteReasonTitle', { name }),
      text: t('deleteReasonText'),
      confirm: t('deleteReason'),
      danger: true,
    });
    if (yes) remove.mutate(id);
  };
  const move = (from: number, to: number) =>
    order.mutate(
      moved(
        items.map(({ id }) => id),
        from,
        to,
      ),
    );
  return (
    <SettingsSection
      wide
      title={t('lostReasons')}
      text={t('lostReasonsText')}
      action={<AddButton label={t('newReason')} onClick={() => setNaming('new')} />}
    >
      {reasons.error && <ErrorState error={reasons.error} onRetry={() => void reasons.refetch()} />}
      {reasons.data && items.length === 0 && <p className={styles.empty}>{t('noReasons')}</p>}
      <ul className={styles.rows}>
        {items.map((reason, at) => (
          <SortableRow
            key={reason.id}
            group="lost-reasons"
            id={reason.id}
            name={reason.name}
            at={at}
            count={items.length}
            busy={order.isPending}
            onMove={move}
          >
            <span className={styles.name}>{reason.name}</span>
            <span className={styles.actions}>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('rename', { name: reason.name })}
                onClick={() => setNaming(reason)}
              >
                <IconPencil size={16} />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('deleteNamed', { name: reason.name })}
                onClick={() => void ask(reason)}
              >
                <IconTrash size={16} />
              </ActionIcon>
            </span>
          </SortableRow>
        ))}
      </ul>
      {naming && <Naming reason={naming === 'new' ? null : naming} onClose={() => setNaming(null)} />}
    </SettingsSection>
  );
}

function Naming({ reason, onClose }: { reason: LostReason | null; onClose: () => void }) {
  const t = useTranslations('dealSettings');
  const save = useSettingsChange(
    (name: string) =>
      reason
        ? client.dealSettings.updateLostReason({ id: reason.id, name })
        : client.dealSettings.createLostReason({ name }),
    { said: 'saved', onDone: onClose },
  );
  return (
    <NameDialog
      title={reason ? t('rename', { name: reason.name }) : t('newReason')}
      labels={{ name: t('name'), save: t('save') }}
      name={reason?.name ?? ''}
      error={save.error}
      busy={save.isPending}
      onSave={(name) => save.mutate(name)}
      onClose={onClose}
    />
  );
}
