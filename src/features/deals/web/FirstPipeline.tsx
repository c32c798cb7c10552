// The board before there is any: what a pipeline is, and the way to the first one.
import { Button } from '@mantine/core';
import { IconLayoutKanban } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { usePermission } from '#web/session.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { NewPipelineDialog } from './NewPipelineDialog.tsx';

export function FirstPipeline() {
  const t = useTranslations('deals.first');
  const mayConfigure = usePermission('deals:configure');
  const [creating, setCreating] = useState(false);
  return (
    <>
      <EmptyState
        icon={IconLayoutKanban}
        title={t('title')}
        text={mayConfigure ? t('text') : t('askText')}
        action={mayConfigure && <Button onClick={() => setCreating(true)}>{t('create')}</Button>}
      />
      {creating && <NewPipelineDialog onClose={() => setCreating(false)} />}
    </>
  );
}
