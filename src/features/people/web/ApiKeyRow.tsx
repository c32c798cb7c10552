// One API key: what uses it, what it may do, when it was used last.
import { Button, Code, Tooltip } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { ApiKey } from '#features/people/api-keys.contract.ts';
import { api, client } from '#web/api.ts';
import { confirm } from '#web/ui/confirm.ts';
import { RelativeTime } from '#web/ui/RelativeTime.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { toastDone, toastFailed } from '#web/ui/toast.tsx';
import styles from './PersonRows.module.css';

export function ApiKeyRow({ apiKey }: { apiKey: ApiKey }) {
  const t = useTranslations('apiKeys');
  const queryClient = useQueryClient();
  const { id, name } = apiKey;
  const revoke = useMutation({
    mutationFn: () => client.apiKeys.revoke({ id }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: api.apiKeys.key() });
      toastDone(t('revokeDone', { name }));
    },
    onError: (error) => toastFailed(error),
  });
  const ask = async () => {
    const question = { title: t('revokeTitle', { name }), text: t('revokeText'), confirm: t('revoke') };
    if (await confirm({ ...question, danger: true })) revoke.mutate();
  };
  return (
    <li>
      <span className={styles.words}>
        <span className={styles.name}>
          <span>{name}</span>
          {apiKey.revokedAt && <StatusBadge tone="neutral">{t('revoked')}</StatusBadge>}
        </span>
        <span className={styles.detail}>
          <Code>{apiKey.prefix}…</Code> ·{' '}
          <Tooltip label={apiKey.scopes.join(', ')} multiline maw={360}>
            <span>{t('scopeCount', { count: apiKey.scopes.length })}</span>
          </Tooltip>{' '}
          ·{' '}
          {apiKey.lastUsedAt ? (
            <>
              {t('used')} <RelativeTime at={apiKey.lastUsedAt} />
            </>
          ) : (
            t('neverUsed')
          )}
        </span>
      </span>
      {!apiKey.revokedAt && (
        <Button
          size="xs"
          variant="default"
          aria-label={`${t('revoke')}: ${name}`}
          loading={revoke.isPending}
          onClick={() => void ask()}
        >
          {t('revoke')}
        </Button>
      )}
    </li>
  );
}
