// The second step of a sign-in: six digits of the authenticator, or a backup code.
import { Alert, Anchor, Button, Checkbox, Group, PinInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { toApiFailure } from '#web/api-failure.ts';
import { verifyBackupCode, verifyCode } from '#web/auth.ts';
import { SignInFrame } from './SignInFrame.tsx';

type Props = { onVerified: () => Promise<void>; onBack: () => void };

export function SecondStep({ onVerified, onBack }: Props) {
  const t = useTranslations('signIn');
  const [backup, setBackup] = useState(false);
  const [code, setCode] = useState('');
  const [trust, setTrust] = useState(false);
  const attempt = useMutation({
    mutationFn: (given: string) => (backup ? verifyBackupCode : verifyCode)(given.trim(), trust),
    onSuccess: onVerified,
    onError: () => setCode(''),
  });
  const failure = attempt.error && toApiFailure(attempt.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    attempt.mutate(code);
  };
  const switchWay = () => {
    setBackup(!backup);
    setCode('');
    attempt.reset();
  };

  return (
    <SignInFrame
      title={t('secondStep.title')}
      text={backup ? t('secondStep.backupText') : t('secondStep.text')}
      foot={
        <Anchor component="button" type="button" size="sm" onClick={onBack}>
          {t('back')}
        </Anchor>
      }
    >
      <form onSubmit={submit}>
        <Stack gap="md">
          {failure && (
            <Alert color="red" variant="light" role="alert" p="sm">
              {failure.code === 'invalid_code' ? t('secondStep.wrong') : failure.message}
            </Alert>
          )}
          {backup ? (
            <TextInput
              label={t('secondStep.backupCode')}
              value={code}
              onChange={(event) => setCode(event.currentTarget.value)}
              autoComplete="one-time-code"
              autoFocus
              required
              withAsterisk={false}
            />
          ) : (
            <Group justify="center">
              <PinInput
                length={6}
                type="number"
                size="md"
                oneTimeCode
                autoFocus
                aria-label={t('secondStep.code')}
                value={code}
                onChange={setCode}
                onComplete={(given) => attempt.mutate(given)}
              />
            </Group>
          )}
          <Checkbox
            label={t('secondStep.trust')}
            checked={trust}
            onChange={(event) => setTrust(event.currentTarget.checked)}
          />
          <Button type="submit" fullWidth loading={attempt.isPending} disabled={code.length < 6}>
            {t('secondStep.submit')}
          </Button>
          <Text ta="center">
            <Anchor component="button" type="button" size="sm" onClick={switchWay}>
              {backup ? t('secondStep.useApp') : t('secondStep.useBackup')}
            </Anchor>
          </Text>
        </Stack>
      </form>
    </SignInFrame>
  );
}
