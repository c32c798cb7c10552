// The frame of the settings: their list on the left, on a phone as a row above the page.
import { Link, Outlet } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useNavigation } from '#web/layout/use-navigation.ts';
import { isWithin } from '#web/navigation.ts';
import styles from './SettingsFrame.module.css';

export function SettingsFrame() {
  const t = useTranslations();
  const { all, pathname } = useNavigation();
  const pages = all.find((area) => area.area === 'settings')?.pages ?? [];
  return (
    <div className={styles.frame}>
      <nav className={styles.list} aria-label={t('settings.navigation')}>
        <p className={styles.heading}>{t('settings.title')}</p>
        {pages.map((page) => (
          <Link
            key={page.path}
            to={page.path}
            className={styles.item}
            data-active={isWithin(pathname, page.path) || undefined}
            aria-current={isWithin(pathname, page.path) ? 'page' : undefined}
          >
            <page.icon size={17} stroke={1.7} aria-hidden />
            {t(page.label)}
          </Link>
        ))}
      </nav>
      <div className={styles.page}>
        <Outlet />
      </div>
    </div>
  );
}
