// Makes a workspace: a name is enough, the rest is read from the browser and can be changed later.
import { Button, Select, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type FormEvent, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { client } from '#web/api.ts';
import { sessionQuery, switchWorkspace } from '#web/session.ts';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { fieldError } from '#web/ui/form-failure.ts';
import { useAppLocale } from '#web/use-app-locale.ts';
import { countries, likelyCountry } from './places.ts';

export function CreateWorkspaceForm({ onDone }: { onDone?: () => void }) {
  const t = useTranslations('people.workspace');
  const locale = useAppLocale();
  const queryClient = useQueryClient();
  const router = useRouter();
  const [name, setName] = useState('');
  const [country, setCountry] = useState(() => likelyCountry(navigator.languages));
  const lands = useMemo(() => countries(locale), [locale]);

  const create = useMutation({
    mutationFn: () =>
      client.workspaces.create({
        name: name.trim(),
        country,
        language: locale,
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      }),
    onSuccess: async ({ id }) => {
      switchWorkspace(queryClient, id);
      await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 });
      onDone?.();
      await router.navigate({ to: '/' });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <FormFailure error={create.error} shownAtFields={['name', 'country']} />
        <TextInput
          label={t('name')}
          name="workspace-name"
          autoComplete="organization"
          required
          withAsterisk={false}
          maxLength={100}
          data-autofocus
          value={name}
          error={fieldError(create.error, 'name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          label={t('country')}
          description={t('countryHelp')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          data={lands}
          searchable
          allowDeselect={false}
          value={country}
          error={fieldError(create.error, 'country')}
          onChange={(value) => value !== null && setCountry(value)}
        />
        <Button type="submit" loading={create.isPending} disabled={name.trim() === ''}>
          {t('create')}
        </Button>
      </Stack>
    </form>
  );
}
