// The workspace itself: its name, and what is read from where it is.
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { api } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { SettingsSection } from '#web/settings/SettingsSection.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { RemoveDemo } from './RemoveDemo.tsx';
import { WorkspaceForm } from './WorkspaceForm.tsx';

export function WorkspacePage() {
  const t = useTranslations('people.workspace');
  const may = usePermission('workspace:write');
  const workspace = useQuery(api.workspaces.get.queryOptions());
  return (
    <>
      <PageHeader title={t('title')} />
      {workspace.error && <ErrorState error={workspace.error} onRetry={() => void workspace.refetch()} />}
      {!workspace.error && (
        <SettingsSection>
          {workspace.data ? (
            <WorkspaceForm key={workspace.data.id} workspace={workspace.data} />
          ) : (
            <Skeleton height={240} />
          )}
        </SettingsSection>
      )}
      {workspace.data?.isDemo && may && <RemoveDemo name={workspace.data.name} />}
    </>
  );
}
