// The views of a list in one menu: choose one, keep what is filtered now, go to arranging them.
import { Button, Menu, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconBookmark,
  IconBookmarkPlus,
  IconCheck,
  IconChevronDown,
  IconDeviceFloppy,
  IconSettings,
} from '@tabler/icons-react';
import { Fragment, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { SavedView, ViewScope } from '#features/views/views.contract.ts';
import { useKeys } from '#web/keys/keys.ts';
import { toastDone, toastFailed } from '#web/ui/toast.tsx';
import { ArrangeViewsDialog } from './ArrangeViewsDialog.tsx';
import { SaveViewDialog } from './SaveViewDialog.tsx';
import type { Views } from './use-views.ts';
import styles from './Views.module.css';

type Props<F> = {
  views: Views<F>;
  /** A name that a view of this list could have. */
  example: string;
  onChoose: (view: SavedView<F>) => void;
  onSaved: (view: SavedView<F>) => void;
};
const SCOPES: readonly ViewScope[] = ['mine', 'team'];

export function ViewsMenu<F>({ views: kept, example, onChoose, onSaved }: Props<F>) {
  const t = useTranslations('views');
  const { of, views, isPending, chosen, isChanged, filter, mayChange, refresh } = kept;
  const [opened, setOpened] = useState(false);
  const [asking, setAsking] = useState<'save' | 'arrange' | null>(null);
  useKeys(t('title'), [{ key: 'v', label: t('keys.open'), run: () => setOpened(true) }]);
  const current = chosen ? t('current', { name: chosen.name }) : t('title');
  const label = isChanged ? `${current}. ${t('changed')}` : current;
  const saveChanges = async (view: SavedView<F>) => {
    try {
      await of.update({ id: view.id, filter });
      await refresh();
      toastDone(t('saved', { name: view.name }));
    } catch (error) {
      toastFailed(error);
    }
  };
  return (
    <>
      <Menu
        // Once they are known: the first of them has the focus.
        opened={opened && !isPending}
        onChange={setOpened}
        position="bottom-end"
        width={280}
      >
        <Menu.Target>
          <Button
            className={styles.button}
            size="xs"
            h={32}
            px={8}
            variant="subtle"
            color={chosen ? undefined : 'gray'}
            leftSection={<IconBookmark size={15} aria-hidden />}
            rightSection={<IconChevronDown size={13} aria-hidden />}
            aria-label={label}
            title={chosen?.name}
          >
            <span className={styles.name}>{chosen?.name ?? t('title')}</span>
            {isChanged && <span className={styles.changed} aria-hidden />}
          </Button>
        </Menu.Target>
        <Menu.Dropdown className={styles.menu}>
          {views.length === 0 && (
            <Text size="sm" c="dimmed" p="xs">
              {t('empty')}
            </Text>
          )}
          {SCOPES.map((scope) => {
            const own = views.filter((view) => view.scope === scope);
            return (
              own.length > 0 && (
                <Fragment key={scope}>
                  <Menu.Label>{t(`scope.${scope}`)}</Menu.Label>
                  {own.map((view) => (
                    <Menu.Item
                      key={view.id}
                      aria-current={view.id === chosen?.id || undefined}
                      data-autofocus={view.id === (chosen ?? views[0])?.id || undefined}
                      onClick={() => onChoose(view)}
                      rightSection={<Mark view={view} isChosen={view.id === chosen?.id} />}
                      classNames={{ itemLabel: styles.name }}
                    >
                      {view.name}
                    </Menu.Item>
                  ))}
                </Fragment>
              )
            );
          })}
          <Menu.Divider />
          {chosen && isChanged && mayChange(chosen) && (
            <Menu.Item
              leftSection={<IconDeviceFloppy size={16} />}
              onClick={() => void saveChanges(chosen)}
              classNames={{ itemLabel: styles.name }}
            >
              {t('saveChanges', { name: chosen.name })}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<IconBookmarkPlus size={16} />}
            data-autofocus={views.length === 0 || undefined}
            onClick={() => setAsking('save')}
          >
            {t('save')}
          </Menu.Item>
          {views.some(mayChange) && (
            <Menu.Item leftSection={<IconSettings size={16} />} onClick={() => setAsking('arrange')}>
              {t('arrange')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {asking === 'save' && (
        <SaveViewDialog
          views={kept}
          example={example}
          onClose={() => setAsking(null)}
          onSaved={async (view) => {
            await refresh();
            onSaved(view);
            setAsking(null);
            toastDone(t('saved', { name: view.name }));
          }}
        />
      )}
      {asking === 'arrange' && <ArrangeViewsDialog kept={kept} onClose={() => setAsking(null)} />}
    </>
  );
}

function Mark({ view, isChosen }: { view: SavedView<unknown>; isChosen: boolean }) {
  const t = useTranslations('views');
  if (view.gone.length > 0)
    return <IconAlertTriangle size={15} color="var(--tone-attention-mark)" aria-label={t('gone.mark')} />;
  return isChosen ? <IconCheck size={15} aria-hidden /> : null;
}
