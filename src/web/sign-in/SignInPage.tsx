// Sign-in by e-mail and password, then the second step where the person has one.
import { Alert, Anchor, Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { type ApiFailure, toApiFailure } from '#web/api-failure.ts';
import { signIn } from '#web/auth.ts';
import { sessionQuery } from '#web/session.ts';
import { SecondStep } from './SecondStep.tsx';
import { SignInFrame } from './SignInFrame.tsx';

const route = getRouteApi('/sign-in');

/** Only addresses of this application: a link must not lead a person who just signed in elsewhere. */
function ownAddress(address: string | undefined): string {
  return address?.startsWith('/') && !address.startsWith('//') && !address.startsWith('/\\') ? address : '/';
}

export function SignInPage() {
  const t = useTranslations('signIn');
  const { returnTo } = route.useSearch();
  const router = useRouter();
  const queryClient = useQueryClient();
  const [secondStep, setSecondStep] = useState(false);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');

  const enter = async () => {
    queryClient.clear();
    await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 });
    router.history.push(ownAddress(returnTo));
  };
  const attempt = useMutation({
    mutationFn: () => signIn(email.trim(), password),
    onSuccess: ({ secondStep }) => (secondStep ? setSecondStep(true) : enter()),
  });

  if (secondStep) return <SecondStep onVerified={enter} onBack={() => setSecondStep(false)} />;

  const failure: ApiFailure | null = attempt.error && toApiFailure(attempt.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    attempt.mutate();
  };
  return (
    <SignInFrame title={t('title')} text={t('lead')} foot={t('firstRun')}>
      <form onSubmit={submit}>
        <Stack gap="md">
          {failure && (
            <Alert color="red" variant="light" role="alert" p="sm">
              {failure.code === 'invalid_email_or_password' ? t('wrong') : failure.message}
            </Alert>
          )}
          <TextInput
            label={t('email')}
            type="email"
            name="email"
            autoComplete="username"
            autoFocus
            required
            withAsterisk={false}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <PasswordInput
            label={t('password')}
            name="password"
            autoComplete="current-password"
            required
            withAsterisk={false}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Button type="submit" fullWidth loading={attempt.isPending}>
            {t('submit')}
          </Button>
          <Group justify="center">
            <Anchor size="sm" renderRoot={(props) => <Link to="/forgot-password" {...props} />}>
              {t('forgot')}
            </Anchor>
          </Group>
        </Stack>
      </form>
    </SignInFrame>
  );
}
