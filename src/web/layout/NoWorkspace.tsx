// Shown to a person who is signed in but belongs to no workspace.
import { IconUsersGroup } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { EmptyState } from '#web/ui/EmptyState.tsx';

export function NoWorkspace() {
  const t = useTranslations('shell.noWorkspace');
  return <EmptyState icon={IconUsersGroup} title={t('title')} text={t('text')} />;
}
