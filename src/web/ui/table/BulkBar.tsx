// Rises from below when rows are selected: how many, and what can be done with them.
import { CloseButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import styles from './RecordTable.module.css';

type Props = { count: number; onClear: () => void; children: ReactNode };

export function BulkBar({ count, onClear, children }: Props) {
  const t = useTranslations('ui.table');
  return (
    <section className={styles.bulk} aria-label={t('bulk')}>
      <span className={`${styles.bulkCount} figures`} role="status">
        {t('selected', { count })}
      </span>
      {children}
      <CloseButton aria-label={t('clearSelection')} onClick={onClear} />
    </section>
  );
}
