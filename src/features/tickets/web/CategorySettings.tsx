// The categories of tickets: added, renamed, deleted.
import { Menu } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { CategorySetting } from '#features/tickets/ticket-settings.contract.ts';
import { api, client } from '#web/api.ts';
import { AddButton } from '#web/settings/AddButton.tsx';
import styles from '#web/settings/SettingsRows.module.css';
import { SettingsSection } from '#web/settings/SettingsSection.tsx';
import { DotsMenu } from '#web/ui/DotsMenu.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { NameDialog } from '#web/ui/NameDialog.tsx';
import { RemoveDialog } from './RemoveDialog.tsx';
import { useSettingsChange } from './use-settings-change.ts';

type Doing =
  | { what: 'name'; category: CategorySetting | null }
  | { what: 'remove'; category: CategorySetting }
  | null;

export function CategorySettings() {
  const t = useTranslations('ticketSettings');
  const categories = useQuery(api.ticketCategories.list.queryOptions({ input: {} }));
  const [doing, setDoing] = useState<Doing>(null);
  const items = categories.data?.items ?? [];
  return (
    <SettingsSection
      wide
      title={t('categories.title')}
      text={t('categories.text')}
      action={
        <AddButton label={t('categories.new')} onClick={() => setDoing({ what: 'name', category: null })} />
      }
    >
      {categories.error && <ErrorState error={categories.error} onRetry={() => void categories.refetch()} />}
      {categories.data && items.length === 0 && <p className={styles.empty}>{t('categories.empty')}</p>}
      <ul className={styles.rows}>
        {items.map((category) => (
          <li key={category.id}>
            <span className={styles.name}>{category.name}</span>
            <span className={`${styles.detail} figures`}>{t('count', { count: category.ticketCount })}</span>
            <DotsMenu label={t('actions', { name: category.name })}>
              <Menu.Item
                leftSection={<IconPencil size={16} />}
                onClick={() => setDoing({ what: 'name', category })}
              >
                {t('rename')}
              </Menu.Item>
              <Menu.Item
                color="red"
                leftSection={<IconTrash size={16} />}
                onClick={() => setDoing({ what: 'remove', category })}
              >
                {t('delete')}
              </Menu.Item>
            </DotsMenu>
          </li>
        ))}
      </ul>
      {doing?.what === 'name' && <Naming category={doing.category} onClose={() => setDoing(null)} />}
      {doing?.what === 'remove' && (
        <Removing
          category={doing.category}
          others={items.filter(({ id }) => id !== doing.category.id)}
          onClose={() => setDoing(null)}
        />
      )}
    </SettingsSection>
  );
}

function Naming({ category, onClose }: { category: CategorySetting | null; onClose: () => void }) {
  const t = useTranslations('ticketSettings');
  const save = useSettingsChange(
    (name: string) =>
      category
        ? client.ticketCategories.update({ id: category.id, name })
        : client.ticketCategories.create({ name }),
    { said: 'saved', onDone: onClose },
  );
  return (
    <NameDialog
      title={category ? t('rename') : t('categories.new')}
      labels={{ name: t('name'), save: t(category ? 'save' : 'create') }}
      name={category?.name ?? ''}
      error={save.error}
      busy={save.isPending}
      onSave={(name) => save.mutate(name)}
      onClose={onClose}
    />
  );
}

type RemovingProps = { category: CategorySetting; others: CategorySetting[]; onClose: () => void };

function Removing({ category, others, onClose }: RemovingProps) {
  const t = useTranslations('ticketSettings');
  const remove = useSettingsChange(
    (moveTo: string | undefined) =>
      client.ticketCategories.delete({ id: category.id, ...(moveTo ? { moveTo } : {}) }),
    { said: 'deleted', onDone: onClose },
  );
  return (
    <RemoveDialog
      title={t('categories.deleteTitle', { name: category.name })}
      text={t('categories.deleteText', { count: category.ticketCount })}
      targets={category.ticketCount === 0 ? null : others.map(({ id, name }) => ({ value: id, label: name }))}
      required={false}
      placeholder={t('categories.none')}
      error={remove.error}
      busy={remove.isPending}
      onRemove={(moveTo) => remove.mutate(moveTo)}
      onClose={onClose}
    />
  );
}
