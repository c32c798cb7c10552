// The number that the keys lead to, with what one should know before connecting it.
import { Alert, Stack, Text, Title } from '@mantine/core';
import { useFormatter, useTranslations } from 'use-intl';
import type { z } from 'zod';
import type { ConnectCheck } from '#features/numbers/numbers.contract.ts';
import { refusalInWords } from '#web/api-failure.ts';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { QUALITY_TONES } from './quality.ts';

export function FoundNumber({ check }: { check: z.infer<typeof ConnectCheck> }) {
  const t = useTranslations('numbers');
  const w = useTranslations('numbers.wizard');
  const format = useFormatter();
  const { number, accountName, problems, tokenExpiresAt } = check;
  if (!number) return null;
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {w('found')}
      </Text>
      <div>
        <Title order={2} className="figures">
          {number.displayName} · {number.phone}
        </Title>
        <Text c="dimmed">{accountName}</Text>
      </div>
      <div>
        <StatusBadge tone={QUALITY_TONES[number.quality]} dot>
          {t('quality.label')}: {t(`quality.${number.quality}`)}
        </StatusBadge>{' '}
        <StatusBadge tone="neutral">
          {number.messagingLimit === null
            ? t('limitNone')
            : t('limitPeople', { count: number.messagingLimit })}
        </StatusBadge>
      </div>
      {problems.length > 0 && (
        <Alert color="yellow" variant="light" title={w('warnings')}>
          {problems.map((problem) => (
            <div key={problem.code}>{refusalInWords(problem.message)}</div>
          ))}
        </Alert>
      )}
      {tokenExpiresAt && (
        <Text size="sm">
          {w('expires', { date: format.dateTime(new Date(tokenExpiresAt), { dateStyle: 'long' }) })}
        </Text>
      )}
    </Stack>
  );
}
