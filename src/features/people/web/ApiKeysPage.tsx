// The keys with which programs use the API: make, see when used, revoke.
import { Button, Skeleton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { api } from '#web/api.ts';
import { SettingsSection } from '#web/settings/SettingsSection.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { ApiKeyRow } from './ApiKeyRow.tsx';
import { CreateKeyDialog } from './CreateKeyDialog.tsx';
import styles from './PersonRows.module.css';

export function ApiKeysPage() {
  const t = useTranslations('apiKeys');
  const more = useTranslations('people.members');
  const [creating, dialog] = useDisclosure(false);
  const keys = useInfiniteQuery(
    api.apiKeys.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ cursor }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  );
  const rows = keys.data?.pages.flatMap((page) => page.items) ?? [];
  const create = (
    <Button leftSection={<IconPlus size={16} />} onClick={dialog.open}>
      {t('create')}
    </Button>
  );
  const isEmpty = keys.isSuccess && rows.length === 0;
  return (
    <>
      <PageHeader title={t('title')} action={!isEmpty && create} />
      {keys.error && <ErrorState error={keys.error} onRetry={() => void keys.refetch()} />}
      {isEmpty && (
        <EmptyState
          icon={IconKey}
          title={t('empty')}
          text={t('emptyText')}
          action={create}
          guide="/docs/api"
        />
      )}
      {!isEmpty && !keys.error && (
        <SettingsSection wide>
          <ul className={styles.rows}>
            {keys.isPending && (
              <li aria-hidden>
                <Skeleton height={12} width={260} />
              </li>
            )}
            {rows.map((apiKey) => (
              <ApiKeyRow key={apiKey.id} apiKey={apiKey} />
            ))}
          </ul>
          {keys.hasNextPage && (
            <div className={styles.more}>
              <Button variant="subtle" onClick={() => void keys.fetchNextPage()}>
                {more('more')}
              </Button>
            </div>
          )}
        </SettingsSection>
      )}
      <CreateKeyDialog opened={creating} onClose={dialog.close} />
    </>
  );
}
