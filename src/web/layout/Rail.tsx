// The left rail: the areas of the product, collapsible to icons.
import {
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconSettings,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { isWithin, type NavigationArea } from '#web/navigation.ts';
import styles from './Shell.module.css';
import { useNavigation } from './use-navigation.ts';

const RailHints = lazy(() => import('./RailHints.tsx').then((file) => ({ default: file.RailHints })));

type Props = { narrow: boolean; onNarrow: (narrow: boolean) => void };

export function Rail({ narrow, onNarrow }: Props) {
  const t = useTranslations('shell');
  const { all, current } = useNavigation();
  const Collapse = narrow ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  const label = narrow ? t('expand') : t('collapse');
  return (
    <nav className={styles.rail} aria-label={t('navigation')}>
      <Link to="/" className={styles.brand} aria-label="Rondine">
        <img src="/favicon.svg" alt="" />
        {!narrow && 'Rondine'}
      </Link>
      <ul className={styles.list}>
        {all
          .filter((area) => area.area !== 'settings')
          .map((area) => (
            <RailArea key={area.area} area={area} isCurrent={area === current} narrow={narrow} />
          ))}
      </ul>
      <div className={styles.rest} />
      <ul className={styles.list}>
        {all
          .filter((area) => area.area === 'settings')
          .map((area) => (
            <RailArea key={area.area} area={area} isCurrent={area === current} narrow={narrow} leaf />
          ))}
        <li>
          <button
            type="button"
            className={`${styles.item} ${styles.collapse}`}
            aria-label={label}
            aria-expanded={!narrow}
            data-hint="expand"
            onClick={() => onNarrow(!narrow)}
          >
            <Collapse size={18} stroke={1.7} />
            {!narrow && <span>{label}</span>}
          </button>
        </li>
      </ul>
      {narrow && (
        <Suspense>
          <RailHints areas={all} />
        </Suspense>
      )}
    </nav>
  );
}

type AreaProps = { area: NavigationArea; isCurrent: boolean; narrow: boolean; leaf?: boolean };

function RailArea({ area, isCurrent, narrow, leaf = false }: AreaProps) {
  const t = useTranslations();
  const { pathname } = useNavigation();
  const { main, pages } = area;
  const AreaIcon = leaf ? IconSettings : main.icon;
  const name = leaf ? t('settings.title') : t(main.label);
  return (
    <li>
      <Link
        to={main.path}
        className={styles.item}
        data-active={isCurrent || undefined}
        aria-current={isCurrent ? 'page' : undefined}
        aria-label={narrow ? name : undefined}
        data-hint={area.area}
      >
        <AreaIcon size={18} stroke={1.7} />
        {!narrow && <span>{name}</span>}
      </Link>
      {isCurrent && !narrow && !leaf && pages.length > 1 && (
        <ul className={styles.list} style={{ marginTop: 2 }}>
          {pages.slice(1).map((page) => (
            <li key={page.path}>
              <Link
                to={page.path}
                className={`${styles.item} ${styles.sub}`}
                data-active={isWithin(pathname, page.path) || undefined}
                aria-current={isWithin(pathname, page.path) ? 'page' : undefined}
              >
                <span>{t(page.label)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
