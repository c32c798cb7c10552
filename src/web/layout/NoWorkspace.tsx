// Shown to a person who is signed in but belongs to no workspace: make one, or wait for an invitation.
import { Text, Title } from '@mantine/core';
import { Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { lazyPart } from '#web/lazy-part.ts';
import styles from './NoWorkspace.module.css';

const CreateWorkspaceForm = lazyPart(
  async () => (await import('#features/people/web/CreateWorkspaceForm.tsx')).CreateWorkspaceForm,
);

export function NoWorkspace() {
  const t = useTranslations('shell.noWorkspace');
  return (
    <div className={styles.column}>
      <Title order={1}>{t('title')}</Title>
      <Text c="dimmed" mt={4}>
        {t('text')}
      </Text>
      <div className={styles.card}>
        <Suspense>
          <CreateWorkspaceForm />
        </Suspense>
      </div>
      <Text c="dimmed" size="sm" mt="md">
        {t('orInvited')}
      </Text>
    </div>
  );
}
