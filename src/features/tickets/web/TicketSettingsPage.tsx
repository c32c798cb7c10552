// Settings: the statuses and categories of tickets.
import { useTranslations } from 'use-intl';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { CategorySettings } from './CategorySettings.tsx';
import { StatusSettings } from './StatusSettings.tsx';

export function TicketSettingsPage() {
  const t = useTranslations('ticketSettings');
  return (
    <>
      <PageHeader title={t('title')} />
      <StatusSettings />
      <CategorySettings />
    </>
  );
}
