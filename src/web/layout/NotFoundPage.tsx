// Shown for an address that leads nowhere.
import { Button } from '@mantine/core';
import { IconMapQuestion } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { EmptyState } from '#web/ui/EmptyState.tsx';

export function NotFoundPage() {
  const t = useTranslations('shell.notFound');
  return (
    <EmptyState
      icon={IconMapQuestion}
      title={t('title')}
      text={t('text')}
      action={
        <Button renderRoot={(props) => <Link to="/" {...props} />} variant="default">
          {t('home')}
        </Button>
      }
    />
  );
}
