// The person's own settings: name, language and theme.
import { Button, SegmentedControl, Select, Stack, TextInput, useMantineColorScheme } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { updatePerson } from '#web/auth.ts';
import { localeNames, locales } from '#web/i18n.ts';
import { remember } from '#web/remembered.ts';
import { sessionQuery, useSession } from '#web/session.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { toastDone, toastFailed } from '#web/ui/toast.tsx';
import { SettingsSection } from './SettingsSection.tsx';

export function ProfilePage() {
  const t = useTranslations('settings.profile');
  const themes = useTranslations('shell.person');
  const { user } = useSession();
  const queryClient = useQueryClient();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [name, setName] = useState(user.name);

  const save = useMutation({
    mutationFn: updatePerson,
    onSuccess: async () => {
      await queryClient.invalidateQueries(sessionQuery);
      toastDone(t('saved'));
    },
    onError: (error) => toastFailed(error),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ name: name.trim() });
  };
  const speak = (locale: string | null) => {
    remember('locale', locale);
    save.mutate({ locale });
  };

  return (
    <>
      <PageHeader title={t('title')} />
      <SettingsSection>
        <form onSubmit={submit}>
          <Stack>
            <TextInput
              label={t('name')}
              autoComplete="name"
              required
              withAsterisk={false}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <TextInput label={t('email')} value={user.email} readOnly />
            <div>
              <Button
                type="submit"
                loading={save.isPending}
                disabled={name.trim() === user.name || !name.trim()}
              >
                {t('save')}
              </Button>
            </div>
          </Stack>
        </form>
      </SettingsSection>
      <SettingsSection>
        <Stack>
          <Select
            label={t('language')}
            data={locales.map((locale) => ({ value: locale, label: localeNames[locale] }))}
            placeholder={t('languageBrowser')}
            clearable
            value={user.locale}
            onChange={speak}
          />
          <div>
            <p id="theme-label" style={{ margin: '0 0 4px', fontWeight: 500 }}>
              {t('theme')}
            </p>
            <SegmentedControl
              aria-labelledby="theme-label"
              value={colorScheme}
              onChange={(value) => setColorScheme(value as typeof colorScheme)}
              data={[
                { value: 'light', label: themes('light') },
                { value: 'dark', label: themes('dark') },
                { value: 'auto', label: themes('system') },
              ]}
            />
          </div>
        </Stack>
      </SettingsSection>
    </>
  );
}
