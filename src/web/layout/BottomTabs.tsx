// On a phone: the first areas as tabs, the rest in a sheet from below.
import { useDisclosure } from '@mantine/hooks';
import { IconDots } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslations } from 'use-intl';
import styles from './Shell.module.css';
import { useNavigation } from './use-navigation.ts';

const AreaSheet = lazy(() => import('./AreaSheet.tsx').then((file) => ({ default: file.AreaSheet })));

const tabCount = 4;

export function BottomTabs() {
  const t = useTranslations();
  const { all, current } = useNavigation();
  const [open, sheet] = useDisclosure(false);
  const areas = all.filter((area) => area.area !== 'settings');
  const tabs = areas.slice(0, tabCount);
  const rest = [
    ...tabs.flatMap((area) => area.pages.slice(1)),
    ...all.filter((area) => !tabs.includes(area)).flatMap((area) => area.pages),
  ];

  return (
    <>
      <nav className={styles.tabs} aria-label={t('shell.navigation')}>
        {tabs.map((area) => (
          <Link
            key={area.area}
            to={area.main.path}
            className={styles.tab}
            data-active={area === current || undefined}
            aria-current={area === current ? 'page' : undefined}
          >
            <area.main.icon size={22} stroke={1.6} aria-hidden />
            <span>{t(area.main.label)}</span>
          </Link>
        ))}
        <button
          type="button"
          className={styles.tab}
          aria-haspopup="dialog"
          data-active={(current && !tabs.includes(current)) || undefined}
          onClick={sheet.open}
        >
          <IconDots size={22} stroke={1.6} aria-hidden />
          <span>{t('shell.more')}</span>
        </button>
      </nav>
      <Suspense>
        <AreaSheet pages={rest} opened={open} onClose={sheet.close} />
      </Suspense>
    </>
  );
}
