// On a phone: what has no tab, in a sheet from below.
import { Drawer } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { isWithin, type NavigationPage } from '#web/navigation.ts';
import styles from './Shell.module.css';
import { useNavigation } from './use-navigation.ts';

type Props = { pages: NavigationPage[]; opened: boolean; onClose: () => void };

export function AreaSheet({ pages, opened, onClose }: Props) {
  const t = useTranslations();
  const { pathname } = useNavigation();
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="bottom"
      size="auto"
      title={t('shell.more')}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
      radius="lg"
      styles={{
        content: {
          flex: 'none',
          height: 'auto',
          maxHeight: '80dvh',
          borderEndStartRadius: 0,
          borderEndEndRadius: 0,
        },
      }}
    >
      {pages.map((page) => (
        <Link
          key={page.path}
          to={page.path}
          className={styles.sheetItem}
          data-active={isWithin(pathname, page.path) || undefined}
          onClick={onClose}
        >
          <page.icon size={20} stroke={1.6} aria-hidden />
          {t(page.label)}
        </Link>
      ))}
    </Drawer>
  );
}
