// The views of the inbox in one menu: choose one, keep what is filtered now, go to arranging them.
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
import type { InboxView, ViewScope } from '#features/conversations/views/inbox-views.contract.ts';
import type { InboxSearch, SetInboxSearch } from '#features/conversations/web/list/inbox-search.ts';
import { client } from '#web/api.ts';
import { useKeys } from '#web/keys/keys.ts';
import { toastDone, toastFailed } from '#web/ui/toast.tsx';
import { ArrangeViewsDialog } from './ArrangeViewsDialog.tsx';
import { SaveViewDialog } from './SaveViewDialog.tsx';
import { useFreshViews, useViews } from './use-views.ts';
import styles from './Views.module.css';
import { searchOfView } from './view-search.ts';

type Props = { search: InboxSearch; setSearch: SetInboxSearch };
const SCOPES: readonly ViewScope[] = ['mine', 'team'];

export function ViewsMenu({ search, setSearch }: Props) {
  const t = useTranslations('inboxViews');
  const { views, isPending, chosen, isChanged, filter, mayTeam, mayChange } = useViews(search);
  const refresh = useFreshViews();
  const [opened, setOpened] = useState(false);
  const [asking, setAsking] = useState<'save' | 'arrange' | null>(null);
  useKeys(t('title'), [{ key: 'v', label: t('keys.open'), run: () => setOpened(true) }]);
  const current = chosen ? t('current', { name: chosen.name }) : t('title');
  const label = isChanged ? `${current}. ${t('changed')}` : current;
  const choose = (view: InboxView) => setSearch(searchOfView(view), { replace: false });
  const saveChanges = async (view: InboxView) => {
    try {
      await client.inboxViews.update({ id: view.id, filter });
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
        // A focusable thing without a role is no child of a menu.
        withInitialFocusPlaceholder={false}
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
                      onClick={() => choose(view)}
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
          filter={filter}
          mayTeam={mayTeam}
          onClose={() => setAsking(null)}
          onSaved={async (view) => {
            await refresh();
            setSearch({ view: view.id });
            setAsking(null);
            toastDone(t('saved', { name: view.name }));
          }}
        />
      )}
      {asking === 'arrange' && (
        <ArrangeViewsDialog views={views.filter(mayChange)} onClose={() => setAsking(null)} />
      )}
    </>
  );
}

function Mark({ view, isChosen }: { view: InboxView; isChosen: boolean }) {
  const t = useTranslations('inboxViews');
  if (view.gone.length > 0)
    return <IconAlertTriangle size={15} color="var(--tone-attention-mark)" aria-label={t('gone.mark')} />;
  return isChosen ? <IconCheck size={15} aria-hidden /> : null;
}
