// The frame of the settings: their list on the left, on a phone as a row above the page.
import { Link, Outlet } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useNavigation } from '#web/layout/use-navigation.ts';
import { isWithin } from '#web/navigation.ts';
import styles from './SettingsFrame.module.css';

export function SettingsFrame() {
  const t = useTranslations();
  const { all, pathname } = useNavigation();
  // On a phone the row is longer than the window.
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    const active = list.current?.querySelector('[aria-current="page"]');
    if (pathname) active?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [pathname]);
  const pages = all.find((area) => area.area === 'settings')?.pages ?? [];
  return (
    <div className={styles.frame}>
      <nav ref={list} className={styles.list} aria-label={t('settings.navigation')}>
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
