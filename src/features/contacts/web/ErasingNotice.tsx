// Says how far the deletion of contacts has come, while something of theirs is left.
import { Progress } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { api } from '#web/api.ts';
import { Notice } from '#web/ui/Notice.tsx';

const LOOK_EVERY_MS = 2_000;
/** One or two are gone before one has read of it. */
const WORTH_TELLING = 20;

export function ErasingNotice() {
  const t = useTranslations('contactDeletion.erasing');
  const { data } = useQuery({
    ...api.contacts.erasing.queryOptions({ input: {} }),
    refetchInterval: ({ state }) => ((state.data?.left ?? 0) > 0 ? LOOK_EVERY_MS : false),
  });
  if (!data || data.left === 0 || data.asked < WORTH_TELLING) return null;
  const done = data.asked - data.left;
  return (
    <Notice tone="neutral" icon={IconTrash} title={t('title', { done, asked: data.asked })}>
      <Progress value={(100 * done) / data.asked} size="sm" my={6} aria-label={t('label')} />
      <span>{t('text')}</span>
    </Notice>
  );
}
