// What a list says when a filter leaves nothing.
import { Button } from '@mantine/core';
import { IconFilterOff } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { EmptyState } from '#web/ui/EmptyState.tsx';

export function NothingMatches({ onClear }: { onClear: () => void }) {
  const t = useTranslations('ui.table');
  return (
    <EmptyState
      icon={IconFilterOff}
      title={t('nothingMatches')}
      action={
        <Button variant="default" onClick={onClear}>
          {t('clearFilters')}
        </Button>
      }
    />
  );
}
