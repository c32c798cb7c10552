// Settings: the custom fields of the workspace.
import { Button, Code, Menu } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Field } from '#features/fields/fields.contract.ts';
import styles from '#features/tags/web/Labels.module.css';
import { api, client } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { SettingsSection } from '#web/settings/SettingsSection.tsx';
import { confirm } from '#web/ui/confirm.ts';
import { DotsMenu } from '#web/ui/DotsMenu.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { toastDone, toastFailed } from '#web/ui/toast.tsx';
import { FieldDialog } from './FieldDialog.tsx';

export function FieldsPage() {
  const t = useTranslations('labels.fields');
  const mayWrite = usePermission('fields:write');
  const [editing, setEditing] = useState<Field | 'new' | null>(null);
  const fields = useQuery(api.fields.list.queryOptions({ input: undefined }));
  return (
    <>
      <PageHeader
        title={t('title')}
        action={
          mayWrite && (
            <Button leftSection={<IconPlus size={16} />} onClick={() => setEditing('new')}>
              {t('new')}
            </Button>
          )
        }
      />
      <SettingsSection wide text={t('text')}>
        {fields.error !== null && <ErrorState error={fields.error} onRetry={() => void fields.refetch()} />}
        <ul className={styles.rows}>
          {fields.data?.items.map((field) => (
            <li key={field.id}>
              <span className={styles.name}>{field.label}</span>
              {!field.shown && <StatusBadge tone="neutral">{t('hidden')}</StatusBadge>}
              <span className={styles.detail}>{t(`types.${field.type}`)}</span>
              <Code>%%{field.code}%%</Code>
              {mayWrite && <FieldMenu field={field} onEdit={() => setEditing(field)} />}
            </li>
          ))}
        </ul>
        {fields.data?.items.length === 0 && <p className={styles.empty}>{t('empty')}</p>}
      </SettingsSection>
      {editing && <FieldDialog field={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </>
  );
}

function FieldMenu({ field, onEdit }: { field: Field; onEdit: () => void }) {
  const t = useTranslations('labels.fields');
  const queryClient = useQueryClient();
  const remove = async () => {
    try {
      const usage = await client.fields.usage({ id: field.id });
      const yes = await confirm({
        title: t('deleteTitle', { name: field.label }),
        text: t('deleteText', {
          contacts: usage.contacts,
          uses: usage.templates.length + usage.campaigns.length,
        }).trim(),
        confirm: t('delete'),
        danger: true,
      });
      if (!yes) return;
      await client.fields.delete({ id: field.id });
      toastDone(t('deleted'));
      await queryClient.invalidateQueries({ queryKey: api.fields.key() });
    } catch (error) {
      toastFailed(error);
    }
  };
  return (
    <DotsMenu label={t('actions', { name: field.label })}>
      <Menu.Item leftSection={<IconPencil size={16} />} onClick={onEdit}>
        {t('edit')}
      </Menu.Item>
      <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={() => void remove()}>
        {t('delete')}
      </Menu.Item>
    </DotsMenu>
  );
}
