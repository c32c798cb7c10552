// Sets a new password with the token of the link in the mail.
import { Alert, Anchor, Button, PasswordInput, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { toApiFailure } from '#web/api-failure.ts';
import { resetPassword } from '#web/auth.ts';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { fieldError } from '#web/ui/form-failure.ts';
import { shortestPassword } from './password-rule.ts';
import { SignInFrame } from './SignInFrame.tsx';

const route = getRouteApi('/reset-password');

export function ResetPasswordPage() {
  const t = useTranslations('signIn');
  const { token, error } = route.useSearch();
  const [password, setPassword] = useState('');
  const [tooShort, setTooShort] = useState(false);
  const change = useMutation({ mutationFn: () => resetPassword(token ?? '', password) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTooShort(password.length < shortestPassword);
    if (password.length >= shortestPassword) change.mutate();
  };
  const failure = change.error && toApiFailure(change.error);
  const expired = token === undefined || error !== undefined || failure?.code === 'invalid_token';
  const signInLink = (
    <Anchor size="sm" renderRoot={(props) => <Link to="/sign-in" {...props} />}>
      {t('back')}
    </Anchor>
  );

  if (change.isSuccess) {
    return (
      <SignInFrame title={t('reset.title')}>
        <Stack>
          <p role="status" style={{ margin: 0 }}>
            {t('reset.done')}
          </p>
          <Button renderRoot={(props) => <Link to="/sign-in" {...props} />}>{t('submit')}</Button>
        </Stack>
      </SignInFrame>
    );
  }
  if (expired) {
    return (
      <SignInFrame title={t('reset.title')} foot={signInLink}>
        <Stack>
          <Alert color="red" variant="light" role="alert" p="sm">
            {t('reset.expired')}
          </Alert>
          <Button renderRoot={(props) => <Link to="/forgot-password" {...props} />}>
            {t('reset.again')}
          </Button>
        </Stack>
      </SignInFrame>
    );
  }
  return (
    <SignInFrame title={t('reset.title')} foot={signInLink}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <FormFailure error={change.error} shownAtFields={['newPassword']} />
          <PasswordInput
            label={t('reset.password')}
            description={t('reset.help')}
            error={tooShort ? t('reset.tooShort') : fieldError(change.error, 'newPassword')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            autoComplete="new-password"
            autoFocus
            required
            withAsterisk={false}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Button type="submit" fullWidth loading={change.isPending}>
            {t('reset.submit')}
          </Button>
        </Stack>
      </form>
    </SignInFrame>
  );
}
