// Settings of the team: who gets new conversations, when people work, why conversations are closed.
import { useTranslations } from 'use-intl';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { CloseReasonSettings } from './CloseReasonSettings.tsx';
import { HoursSettings } from './HoursSettings.tsx';
import { RulesSettings } from './RulesSettings.tsx';

export function TeamSettingsPage() {
  const t = useTranslations('team');
  return (
    <>
      <PageHeader title={t('title')} />
      <RulesSettings />
      <HoursSettings />
      <CloseReasonSettings />
    </>
  );
}
