// Invites a person by e-mail; without a mail server it gives the link to hand over.
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Role } from '#operations/permissions.ts';
import { api, client } from '#web/api.ts';
import { CodeBlock } from '#web/ui/CodeBlock.tsx';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { fieldError } from '#web/ui/form-failure.ts';
import { toastDone } from '#web/ui/toast.tsx';
import { RoleSelect } from './RoleSelect.tsx';

type Props = { opened: boolean; onClose: () => void };

export function InviteDialog({ opened, onClose }: Props) {
  const t = useTranslations('people');
  const queryClient = useQueryClient();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('chat_operator');
  const invite = useMutation({
    mutationFn: () => client.invitations.create({ email: email.trim(), role }),
    onSuccess: async (sent) => {
      await queryClient.invalidateQueries({ queryKey: api.invitations.key() });
      if (sent.link) return;
      toastDone(t('invitations.sent', { email: sent.email }));
      close();
    },
  });
  const close = () => {
    onClose();
    setEmail('');
    invite.reset();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    invite.mutate();
  };
  const link = invite.data?.link;
  return (
    <Modal opened={opened} onClose={close} title={t('members.invite')}>
      {link ? (
        <Stack>
          <Text>{t('invitations.handOver')}</Text>
          <CodeBlock code={link} label={t('invitations.link')} />
          <Group justify="flex-end">
            <Button onClick={close}>{t('invitations.done')}</Button>
          </Group>
        </Stack>
      ) : (
        <form onSubmit={submit}>
          <Stack>
            <FormFailure error={invite.error} shownAtFields={['email', 'role']} />
            <TextInput
              label={t('invitations.email')}
              type="email"
              required
              withAsterisk={false}
              data-autofocus
              value={email}
              error={fieldError(invite.error, 'email')}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            <RoleSelect
              label={t('invitations.role')}
              value={role}
              onChange={setRole}
              error={fieldError(invite.error, 'role')}
            />
            <Group justify="flex-end">
              <Button type="submit" loading={invite.isPending}>
                {t('invitations.send')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
