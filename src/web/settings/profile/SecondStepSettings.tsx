// Two-step verification: whether it is on, and the way to turn it on or off.
import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { prepareSecondStep, removeSecondStep } from '#web/auth.ts';
import { sessionQuery, useSession } from '#web/session.ts';
import { SettingsSection } from '#web/settings/SettingsSection.tsx';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { fieldError } from '#web/ui/form-failure.ts';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { toastDone } from '#web/ui/toast.tsx';
import { SecondStepSetup } from './SecondStepSetup.tsx';

export function SecondStepSettings() {
  const t = useTranslations('settings.secondStep');
  const { user } = useSession();
  const queryClient = useQueryClient();
  const [password, setPassword] = useState('');
  const on = user.twoFactorEnabled;

  const prepare = useMutation({ mutationFn: () => prepareSecondStep(password) });
  const remove = useMutation({
    mutationFn: () => removeSecondStep(password),
    onSuccess: async () => {
      setPassword('');
      await queryClient.invalidateQueries(sessionQuery);
      toastDone(t('removed'));
    },
  });
  const attempt = on ? remove : prepare;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    attempt.mutate();
  };
  const finish = async () => {
    prepare.reset();
    setPassword('');
    await queryClient.invalidateQueries(sessionQuery);
  };

  return (
    <SettingsSection
      title={t('title')}
      text={t('text')}
      badge={<StatusBadge tone={on ? 'good' : 'neutral'}>{on ? t('on') : t('off')}</StatusBadge>}
    >
      {prepare.data ? (
        <SecondStepSetup
          address={prepare.data.totpURI}
          backupCodes={prepare.data.backupCodes}
          onDone={finish}
        />
      ) : (
        <form onSubmit={submit}>
          <Stack>
            <FormFailure error={attempt.error} shownAtFields={['password']} />
            <PasswordInput
              label={t('password')}
              autoComplete="current-password"
              required
              withAsterisk={false}
              error={fieldError(attempt.error, 'password')}
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
            <Group>
              <Button type="submit" variant="default" loading={attempt.isPending} disabled={!password}>
                {on ? t('turnOff') : t('turnOn')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </SettingsSection>
  );
}
