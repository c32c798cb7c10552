// Rows of the real shape while the first page is on its way; unseen for the first 150 ms.
import { Skeleton } from '@mantine/core';
import { useTranslations } from 'use-intl';
import styles from './RecordTable.module.css';

const widths = ['62%', '48%', '70%', '40%', '56%'];

export function SkeletonRows({ columns, isPhone }: { columns: number; isPhone: boolean }) {
  const t = useTranslations('ui.table');
  const cells = Array.from({ length: isPhone ? 2 : columns }, (_, at) => at);
  return (
    <div
      className={styles.skeleton}
      data-phone={isPhone || undefined}
      role="status"
      aria-label={t('loading')}
    >
      {Array.from({ length: 14 }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike
        <div key={row} className={styles.skeletonRow}>
          {cells.map((cell) => (
            <Skeleton key={cell} height={10} radius="xl" width={widths[(row + cell) % widths.length]} />
          ))}
        </div>
      ))}
    </div>
  );
}
