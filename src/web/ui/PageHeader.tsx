// The title row of a page: title, count, one primary action, the rest in a menu.
import { ActionIcon, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { useFormatter } from 'use-intl';
import { setPageTitle } from '#web/page-title.ts';
import styles from './PageHeader.module.css';

const PageMenu = lazy(() => import('./PageMenu.tsx').then((file) => ({ default: file.PageMenu })));

/** `search`: the filters of that list. */
export type BackTo = { to: string; search?: Record<string, unknown>; label: string };

type Props = {
  title: string;
  /** How many there are; shown beside the title. */
  count?: number | undefined;
  /** Beside the title: the state of the one thing that the page is about. */
  badge?: ReactNode;
  /** The one primary action, a button. */
  action?: ReactNode;
  /** Further actions as `Menu.Item`s. */
  menu?: ReactNode;
  /** Address of the list that this page belongs to. */
  back?: BackTo;
};

export function PageHeader({ title, count, badge, action, menu, back }: Props) {
  const format = useFormatter();
  useEffect(() => {
    setPageTitle(title);
  }, [title]);
  return (
    <div className={styles.header}>
      {back && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={back.label}
          renderRoot={(props) => <Link to={back.to} search={(back.search ?? {}) as never} {...props} />}
        >
          <IconArrowLeft size={18} />
        </ActionIcon>
      )}
      <Title order={1} className={styles.title}>
        {title}
      </Title>
      {count !== undefined && <span className={`${styles.count} figures`}>{format.number(count)}</span>}
      {badge}
      <div className={styles.actions}>
        {menu && (
          <Suspense fallback={<span className={styles.menu} />}>
            <PageMenu>{menu}</PageMenu>
          </Suspense>
        )}
        {action}
      </div>
    </div>
  );
}
