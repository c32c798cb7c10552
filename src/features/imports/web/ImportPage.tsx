// One import, as far as it is: matching the columns, running, or over.
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { Import } from '#features/imports/imports.contract.ts';
import { api } from '#web/api.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { ImportProgress } from './ImportProgress.tsx';
import { ImportResult } from './ImportResult.tsx';
import styles from './Imports.module.css';
import { MappingStep } from './MappingStep.tsx';

export const stateTones = {
  uploaded: 'attention',
  queued: 'accent',
  running: 'accent',
  completed: 'good',
  failed: 'bad',
  cancelled: 'neutral',
} as const;

export function ImportPage() {
  const t = useTranslations('importPages');
  const tName = useTranslations('imports');
  const { id } = useParams({ strict: false }) as { id: string };
  const query = useQuery({
    ...api.imports.get.queryOptions({ input: { id } }),
    // Live events say when it moved; this is for when the stream is cut.
    refetchInterval: ({ state }) => (isMoving(state.data) ? 3_000 : false),
  });
  const found = query.data;
  return (
    <>
      <PageHeader
        title={found?.fileName ?? tName('title')}
        badge={found && <StatusBadge tone={stateTones[found.state]}>{t(`state.${found.state}`)}</StatusBadge>}
        back={{ to: '/contacts/imports', label: tName('title') }}
      />
      <div className={styles.page}>
        {query.error !== null && !found && (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        )}
        {query.isPending && <Skeleton height={320} />}
        {found?.state === 'uploaded' && <MappingStep key={found.id} found={found} />}
        {found && isMoving(found) && <ImportProgress found={found} />}
        {found && !isMoving(found) && found.state !== 'uploaded' && <ImportResult found={found} />}
      </div>
    </>
  );
}

function isMoving(found: Import | undefined): boolean {
  return found?.state === 'queued' || found?.state === 'running';
}
