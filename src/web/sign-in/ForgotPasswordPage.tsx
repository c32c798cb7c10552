// Asks for a link to choose a new password.
import { Anchor, Button, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { requestPasswordReset } from '#web/auth.ts';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { SignInFrame } from './SignInFrame.tsx';

export function ForgotPasswordPage() {
  const t = useTranslations('signIn');
  const [email, setEmail] = useState('');
  const request = useMutation({ mutationFn: () => requestPasswordReset(email.trim()) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    request.mutate();
  };
  const foot = (
    <Anchor size="sm" renderRoot={(props) => <Link to="/sign-in" {...props} />}>
      {t('back')}
    </Anchor>
  );
  if (request.isSuccess) {
    return (
      <SignInFrame title={t('forgotten.sentTitle')} foot={foot}>
        <p role="status" style={{ margin: 0 }}>
          {t('forgotten.sentText', { email: email.trim() })}
        </p>
      </SignInFrame>
    );
  }
  return (
    <SignInFrame title={t('forgotten.title')} text={t('forgotten.text')} foot={foot}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <FormFailure error={request.error} />
          <TextInput
            label={t('email')}
            type="email"
            autoComplete="username"
            autoFocus
            required
            withAsterisk={false}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <Button type="submit" fullWidth loading={request.isPending}>
            {t('forgotten.submit')}
          </Button>
        </Stack>
      </form>
    </SignInFrame>
  );
}
