// Changes the workspace; whoever may not, sees the same without the button.
import { Button, Select, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useMemo, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { Workspace } from '#features/people/workspaces.contract.ts';
import { api, client } from '#web/api.ts';
import { type AppLocale, localeNames, locales } from '#web/i18n.ts';
import { sessionQuery, usePermission } from '#web/session.ts';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { fieldError } from '#web/ui/form-failure.ts';
import { toastDone } from '#web/ui/toast.tsx';
import { countries, timeZones } from './places.ts';

export function WorkspaceForm({ workspace }: { workspace: Workspace }) {
  const t = useTranslations('people.workspace');
  const locale = useLocale();
  const mayWrite = usePermission('workspace:write');
  const queryClient = useQueryClient();
  const [name, setName] = useState(workspace.name);
  const [country, setCountry] = useState(workspace.country);
  const [timeZone, setTimeZone] = useState(workspace.timeZone);
  const [language, setLanguage] = useState<AppLocale>(workspace.language);
  const lands = useMemo(() => countries(locale), [locale]);
  const zones = useMemo(() => timeZones(locale, new Date()), [locale]);

  const save = useMutation({
    mutationFn: () => client.workspaces.update({ name: name.trim(), country, timeZone, language }),
    onSuccess: async (saved) => {
      queryClient.setQueryData(api.workspaces.get.queryKey(), saved);
      await queryClient.invalidateQueries(sessionQuery);
      toastDone(t('saved'));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const order = ['label', 'input', 'description', 'error'] as ('label' | 'input' | 'description' | 'error')[];
  return (
    <form onSubmit={submit}>
      <Stack>
        <FormFailure error={save.error} shownAtFields={['name', 'country', 'timeZone', 'language']} />
        <TextInput
          label={t('name')}
          required
          withAsterisk={false}
          maxLength={100}
          readOnly={!mayWrite}
          value={name}
          error={fieldError(save.error, 'name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          label={t('country')}
          description={t('countryHelp')}
          inputWrapperOrder={order}
          data={lands}
          searchable
          allowDeselect={false}
          readOnly={!mayWrite}
          value={country}
          error={fieldError(save.error, 'country')}
          onChange={(value) => value !== null && setCountry(value)}
        />
        <Select
          label={t('timeZone')}
          description={t('timeZoneHelp')}
          inputWrapperOrder={order}
          data={zones}
          limit={200}
          searchable
          allowDeselect={false}
          readOnly={!mayWrite}
          value={timeZone}
          error={fieldError(save.error, 'timeZone')}
          onChange={(value) => value !== null && setTimeZone(value)}
        />
        <Select
          label={t('language')}
          description={t('languageHelp')}
          inputWrapperOrder={order}
          data={locales.map((value) => ({ value, label: localeNames[value] }))}
          allowDeselect={false}
          readOnly={!mayWrite}
          value={language}
          error={fieldError(save.error, 'language')}
          onChange={(value) => value !== null && setLanguage(value)}
        />
        {mayWrite && (
          <div>
            <Button type="submit" loading={save.isPending}>
              {t('save')}
            </Button>
          </div>
        )}
      </Stack>
    </form>
  );
}
