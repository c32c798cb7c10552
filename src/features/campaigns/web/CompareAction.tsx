// In the bar of ticked campaigns: compares them, when they are neither too few nor too many.
import { Button } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { LEAST_COMPARED, MOST_COMPARED } from '#features/campaigns/campaigns.contract.ts';

export function CompareAction({ ids }: { ids: string[] }) {
  const t = useTranslations('compare');
  const navigate = useNavigate();
  if (ids.length < LEAST_COMPARED) return <span>{t('tooFew')}</span>;
  if (ids.length > MOST_COMPARED) return <span>{t('tooMany', { most: MOST_COMPARED })}</span>;
  return (
    <Button
      size="xs"
      leftSection={<IconChartBar size={16} />}
      onClick={() => void navigate({ to: '/campaigns/compare', search: { ids: ids.join(',') } })}
    >
      {t('action')}
    </Button>
  );
}
