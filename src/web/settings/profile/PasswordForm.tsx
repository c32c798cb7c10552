// Changing the password ends the person's sessions in other browsers.
import { Button, PasswordInput, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { toApiFailure } from '#web/api-failure.ts';
import { changePassword } from '#web/auth.ts';
import { SettingsSection } from '#web/settings/SettingsSection.tsx';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { fieldError } from '#web/ui/form-failure.ts';
import { toastDone } from '#web/ui/toast.tsx';

export function PasswordForm() {
  const t = useTranslations('settings.password');
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useMutation({
    mutationFn: () => changePassword(current, next),
    onSuccess: () => {
      setCurrent('');
      setNext('');
      toastDone(t('done'));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate();
  };
  const isWrong = change.error !== null && toApiFailure(change.error).code === 'invalid_password';
  return (
    <SettingsSection title={t('title')} text={t('text')}>
      <form onSubmit={submit}>
        <Stack>
          <FormFailure error={change.error} shownAtFields={['password', 'newPassword']} />
          <PasswordInput
            label={t('current')}
            autoComplete="current-password"
            required
            withAsterisk={false}
            error={isWrong && t('wrong')}
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
          <PasswordInput
            label={t('next')}
            description={t('help')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            autoComplete="new-password"
            required
            withAsterisk={false}
            error={fieldError(change.error, 'newPassword')}
            value={next}
            onChange={(event) => setNext(event.currentTarget.value)}
          />
          <div>
            <Button type="submit" variant="default" loading={change.isPending} disabled={!current || !next}>
              {t('submit')}
            </Button>
          </div>
        </Stack>
      </form>
    </SettingsSection>
  );
}
