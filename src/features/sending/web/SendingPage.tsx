// Settings: at which hours campaigns reach customers, and how many errors stop one.
import { Button, Group, Skeleton, Stack, Switch } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { SendingSettings } from '#features/sending/sending.contract.ts';
import { api, client } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { SettingsSection } from '#web/settings/SettingsSection.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { toastDone } from '#web/ui/toast.tsx';
import { ErrorLimitFields } from './ErrorLimitFields.tsx';
import { OFFICE_WEEK, WeekHours } from './WeekHours.tsx';

export function SendingPage() {
  const t = useTranslations('sending');
  const settings = useQuery(api.sending.getSettings.queryOptions({ input: {} }));
  return (
    <>
      <PageHeader title={t('title')} />
      {settings.error ? (
        <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />
      ) : settings.data ? (
        <>
          <HoursSection settings={settings.data} />
          <ErrorsSection settings={settings.data} />
        </>
      ) : (
        <SettingsSection title={t('hours.title')}>
          <Skeleton height={280} />
        </SettingsSection>
      )}
    </>
  );
}

function useSave() {
  const t = useTranslations('sending');
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (changes: Partial<SendingSettings>) => client.sending.setSettings(changes),
    onSuccess: (saved) => {
      queryClient.setQueryData(api.sending.getSettings.queryKey({ input: {} }), saved);
      toastDone(t('saved'));
    },
  });
}

function HoursSection({ settings }: { settings: SendingSettings }) {
  const t = useTranslations('sending');
  const mayWrite = usePermission('workspace:write');
  const [hours, setHours] = useState(settings.hours);
  const [hoursForApi, setHoursForApi] = useState(settings.hoursForApi);
  const save = useSave();
  return (
    <SettingsSection title={t('hours.title')} text={t('hours.text')}>
      <Stack>
        <FormFailure error={save.error} />
        <Switch
          label={t('hours.only')}
          checked={hours !== null}
          disabled={!mayWrite}
          onChange={(event) => setHours(event.currentTarget.checked ? OFFICE_WEEK : null)}
        />
        {hours && (
          <>
            <WeekHours
              days={hours.days}
              disabled={!mayWrite}
              onChange={(days) => setHours({ days })}
              error={save.error}
              path="hours.days"
            />
            <Switch
              label={t('hours.forApi')}
              description={t('hours.forApiHelp')}
              checked={hoursForApi}
              disabled={!mayWrite}
              onChange={(event) => setHoursForApi(event.currentTarget.checked)}
            />
          </>
        )}
        {mayWrite && (
          <Group justify="flex-end">
            <Button loading={save.isPending} onClick={() => save.mutate({ hours, hoursForApi })}>
              {t('save')}
            </Button>
          </Group>
        )}
      </Stack>
    </SettingsSection>
  );
}

function ErrorsSection({ settings }: { settings: SendingSettings }) {
  const t = useTranslations('sending');
  const mayWrite = usePermission('workspace:write');
  const [errorLimit, setErrorLimit] = useState(settings.errorLimit);
  const save = useSave();
  return (
    <SettingsSection title={t('errors.title')} text={t('errors.text')}>
      <Stack>
        <FormFailure error={save.error} shownAtFields={['errorLimit.share', 'errorLimit.least']} />
        <ErrorLimitFields
          limit={errorLimit}
          disabled={!mayWrite}
          onChange={setErrorLimit}
          error={save.error}
          path="errorLimit"
        />
        {mayWrite && (
          <Group justify="flex-end">
            <Button loading={save.isPending} onClick={() => save.mutate({ errorLimit })}>
              {t('save')}
            </Button>
          </Group>
        )}
      </Stack>
    </SettingsSection>
  );
}
