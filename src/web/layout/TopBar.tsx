// The bar above every page: workspace, search, the number's health, the person.
import { ActionIcon } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { Suspense, useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import { liveState } from '#web/live.ts';
import { openPalette } from '#web/palette/palette.ts';
import { topBarItems } from '#web/top-bar.ts';
import { PersonMenu } from './PersonMenu.tsx';
import styles from './Shell.module.css';
import { WorkspaceSwitch } from './WorkspaceSwitch.tsx';

const shortcut = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘K' : 'Ctrl K';

export function TopBar({ isPhone }: { isPhone: boolean }) {
  const t = useTranslations('shell');
  const live = useSyncExternalStore(liveState.subscribe, liveState.read);
  return (
    <>
      <header className={styles.top}>
        <WorkspaceSwitch />
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
        <PersonMenu />
      </header>
      {live === 'offline' && (
        <div className={styles.offline} role="status">
          {t('offline')}
        </div>
      )}
    </>
  );
}
