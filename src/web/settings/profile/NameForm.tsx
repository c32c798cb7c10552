// The person's name, as colleagues see it.
import { Button, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { client } from '#web/api.ts';
import { sessionQuery, useSession } from '#web/session.ts';
import { SettingsSection } from '#web/settings/SettingsSection.tsx';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { fieldError } from '#web/ui/form-failure.ts';
import { toastDone } from '#web/ui/toast.tsx';

export function NameForm() {
  const t = useTranslations('settings.profile');
  const { user } = useSession();
  const queryClient = useQueryClient();
  const [name, setName] = useState(user.name);
  const save = useMutation({
    mutationFn: () => client.session.update({ name: name.trim() }),
    onSuccess: async () => {
      await queryClient.invalidateQueries(sessionQuery);
      toastDone(t('saved'));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const unchanged = name.trim() === user.name || name.trim() === '';
  return (
    <SettingsSection>
      <form onSubmit={submit}>
        <Stack>
          <FormFailure error={save.error} shownAtFields={['name']} />
          <TextInput
            label={t('name')}
            autoComplete="name"
            maxLength={100}
            value={name}
            error={fieldError(save.error, 'name')}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput label={t('email')} value={user.email} readOnly />
          <div>
            <Button type="submit" loading={save.isPending} disabled={unchanged}>
              {t('save')}
            </Button>
          </div>
        </Stack>
      </form>
    </SettingsSection>
  );
}
