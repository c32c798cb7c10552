// Settings: what tells the person, by which channel, on which device, and when it stays quiet.
import { Skeleton } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { SettingsSection } from '#web/settings/SettingsSection.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { KindMatrix } from './KindMatrix.tsx';
import { MailSettings } from './MailSettings.tsx';
import { MutedWorkspaces } from './MutedWorkspaces.tsx';
import { QuietHoursForm } from './QuietHoursForm.tsx';
import { ThisDevice } from './ThisDevice.tsx';
import { useSettings } from './use-settings.ts';

export function NotificationsPage() {
  const t = useTranslations('notifications');
  const settingsText = useTranslations('notificationSettings');
  const settings = useSettings();
  const { data } = settings;
  return (
    <>
      <PageHeader title={t('title')} />
      {settings.error && <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />}
      {settings.isPending && (
        <SettingsSection title={settingsText('device.section')}>
          <Skeleton height={120} />
        </SettingsSection>
      )}
      {data && (
        <>
          <ThisDevice pushKey={data.pushKey} />
          <KindMatrix kinds={data.kinds} />
          <QuietHoursForm settings={data} />
          <MailSettings settings={data} />
          <MutedWorkspaces muted={data.mutedWorkspaces} />
        </>
      )}
    </>
  );
}
