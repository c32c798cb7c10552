// One import, as far as it is: waiting for its choices, running, or over.
import { Skeleton } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { ImportRun } from '#features/imports/import-run.contract.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { ImportProgress } from './ImportProgress.tsx';
import { ImportResult } from './ImportResult.tsx';
import styles from './Imports.module.css';
import { IMPORT_OF, type ImportOf } from './import-of.ts';
import { isMoving, stateTones } from './import-states.ts';

type Props<Found extends ImportRun> = {
  of: ImportOf;
  query: UseQueryResult<Found, Error>;
  /** The step before it is started. */
  waiting: (found: Found) => ReactNode;
  /** What narrows the list to those that were loaded. */
  search?: (found: Found) => Record<string, string>;
};

export function ImportFrame<Found extends ImportRun>({ of, query, waiting, search }: Props<Found>) {
  const t = useTranslations('importPages');
  const tName = useTranslations('imports');
  const found = query.data;
  return (
    <>
      <PageHeader
        title={found?.fileName ?? tName('title')}
        badge={found && <StatusBadge tone={stateTones[found.state]}>{t(`state.${found.state}`)}</StatusBadge>}
        back={{ to: IMPORT_OF[of].paths.list, label: tName('title') }}
      />
      <div className={styles.page}>
        {query.error !== null && !found && (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        )}
        {query.isPending && <Skeleton height={320} />}
        {found?.state === 'uploaded' && waiting(found)}
        {found && isMoving(found) && <ImportProgress of={of} found={found} />}
        {found && !isMoving(found) && found.state !== 'uploaded' && (
          <ImportResult of={of} found={found} search={search?.(found)} />
        )}
      </div>
    </>
  );
}
