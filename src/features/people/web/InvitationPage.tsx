// Opened from the link in an invitation: joins as oneself, or makes an account first.
import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { api, client } from '#web/api.ts';
import { toApiFailure } from '#web/api-failure.ts';
import { signIn } from '#web/auth.ts';
import { chooseWorkspaceId } from '#web/current-workspace.ts';
import { sessionQuery } from '#web/session.ts';
import { SignInFrame } from '#web/sign-in/SignInFrame.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { fieldError } from '#web/ui/form-failure.ts';

const route = getRouteApi('/invitation');

export function InvitationPage() {
  const t = useTranslations('people.accept');
  const roles = useTranslations('people.roles');
  const { token = '' } = route.useSearch();
  const router = useRouter();
  const queryClient = useQueryClient();
  const session = useQuery(sessionQuery);
  const invitation = useQuery(
    api.invitations.lookUp.queryOptions({ input: { token }, enabled: token !== '', retry: false }),
  );
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const isNew = session.data === null && invitation.data?.hasAccount === false;

  const accept = useMutation({
    mutationFn: async () => {
      const joined = await client.invitations.accept(
        isNew ? { token, name: name.trim(), password } : { token },
      );
      if (isNew) await signIn(joined.email, password);
      return joined;
    },
    onSuccess: async ({ workspaceId }) => {
      chooseWorkspaceId(workspaceId);
      queryClient.clear();
      await router.navigate({ to: '/' });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    accept.mutate();
  };

  const failure = invitation.error && toApiFailure(invitation.error);
  if (token === '' || (failure && failure.status < 500 && failure.status !== 0)) {
    return (
      <SignInFrame title={t('goneTitle')}>
        <Text>{t('gone')}</Text>
      </SignInFrame>
    );
  }
  if (failure) return <ErrorState error={failure} onRetry={() => void invitation.refetch()} />;
  if (!invitation.data || session.isPending) return null;

  const { workspaceName: workspace, invitedBy, role, email, hasAccount } = invitation.data;
  const here = `/invitation?token=${encodeURIComponent(token)}`;
  return (
    <SignInFrame
      title={t('title', { workspace })}
      text={
        <>
          {invitedBy ? t('text', { inviter: invitedBy, workspace }) : t('textNobody', { workspace })}{' '}
          {t('asRole', { role: roles(`${role}.name`) })}
        </>
      }
      foot={email}
    >
      {session.data === null && hasAccount ? (
        <Button
          fullWidth
          renderRoot={(props) => <Link to="/sign-in" search={{ returnTo: here }} {...props} />}
        >
          {t('signIn')}
        </Button>
      ) : (
        <form onSubmit={submit}>
          <Stack>
            <FormFailure error={accept.error} shownAtFields={isNew ? ['name', 'password'] : []} />
            {isNew && (
              <>
                <TextInput
                  label={t('name')}
                  autoComplete="name"
                  required
                  withAsterisk={false}
                  value={name}
                  error={fieldError(accept.error, 'name')}
                  onChange={(event) => setName(event.currentTarget.value)}
                />
                <PasswordInput
                  label={t('password')}
                  autoComplete="new-password"
                  required
                  withAsterisk={false}
                  value={password}
                  error={fieldError(accept.error, 'password')}
                  onChange={(event) => setPassword(event.currentTarget.value)}
                />
              </>
            )}
            <Button type="submit" fullWidth loading={accept.isPending}>
              {t('submit')}
            </Button>
          </Stack>
        </form>
      )}
    </SignInFrame>
  );
}
