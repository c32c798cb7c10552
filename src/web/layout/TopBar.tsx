// The bar above every page: workspace, search, the number's health, the person.
import { ActionIcon } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { Suspense, useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import { lazyPart } from '#web/lazy-part.ts';
import { liveState } from '#web/live.ts';
import { openPalette } from '#web/palette/palette-store.ts';
import { useSession } from '#web/session.ts';
import { topBarItems } from '#web/top-bar.ts';
import { PersonAvatar } from '#web/ui/PersonAvatar.tsx';
import styles from './Shell.module.css';
import { WorkspaceName } from './WorkspaceName.tsx';

// Their menus come after the page; until then they look the same.
const WorkspaceSwitch = lazyPart(async () => (await import('./WorkspaceSwitch.tsx')).WorkspaceSwitch);
const PersonMenu = lazyPart(async () => (await import('./PersonMenu.tsx')).PersonMenu);

const shortcut = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘K' : 'Ctrl K';

export function TopBar({ isPhone }: { isPhone: boolean }) {
  const t = useTranslations('shell');
  const { user } = useSession();
  const live = useSyncExternalStore(liveState.subscribe, liveState.read);
  return (
    <>
      <header className={styles.top}>
        <Suspense fallback={<WorkspaceName />}>
          <WorkspaceSwitch />
        </Suspense>
        <div className={styles.spread} />
        {isPhone ? (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={44}
            aria-label={t('searchShort')}
            onClick={openPalette}
          >
            <IconSearch size={20} />
          </ActionIcon>
        ) : (
          <button type="button" className={styles.search} onClick={openPalette}>
            <IconSearch size={15} aria-hidden />
            <span>{t('search')}</span>
            <kbd>{shortcut}</kbd>
          </button>
        )}
        {!isPhone && <div className={styles.spread} />}
        {topBarItems.map(({ id, Item }) => (
          <Suspense key={id}>
            <Item />
          </Suspense>
        ))}
        <Suspense fallback={<PersonAvatar name={user.name} size={28} />}>
          <PersonMenu />
        </Suspense>
      </header>
      {live === 'offline' && (
        <div className={styles.offline} role="status">
          {t('offline')}
        </div>
      )}
    </>
  );
}
