// What a place that failed says: what happened, what to do, and the request id to quote.
import { Button, Code, Group, Stack, Text, Title } from '@mantine/core';
import { IconPlugConnectedX, IconRefresh } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { toApiFailure } from '#web/api-failure.ts';
import styles from './EmptyState.module.css';

type Props = {
  error: unknown;
  /** Asks again; without it no button is shown. */
  onRetry?: () => void;
};

export function ErrorState({ error, onRetry }: Props) {
  const t = useTranslations('ui.error');
  const failure = toApiFailure(error);
  const title =
    failure.code === 'network'
      ? t('network')
      : failure.status === 403
        ? t('forbidden')
        : failure.status === 404
          ? t('notFound')
          : t('title');
  return (
    <Stack className={styles.root} align="center" gap="xs" role="alert">
      <span className={styles.icon} aria-hidden>
        <IconPlugConnectedX size={22} stroke={1.6} />
      </span>
      <Title order={2} ta="center">
        {title}
      </Title>
      <Text c="dimmed" ta="center" maw={440}>
        {failure.code === 'network' ? t('networkText') : failure.message} {t('nothingLost')}
      </Text>
      <Group gap="sm" mt="xs">
        {onRetry && (
          <Button variant="default" leftSection={<IconRefresh size={16} />} onClick={onRetry}>
            {t('retry')}
          </Button>
        )}
      </Group>
      {failure.requestId && (
        <Text size="xs" c="dimmed">
          {t('requestId')} <Code>{failure.requestId}</Code>
        </Text>
      )}
    </Stack>
  );
}
