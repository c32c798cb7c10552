// Invitations that wait for an answer: send again, or take back.
import { Button, Group, Modal, Text } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { Invitation } from '#features/people/invitations.contract.ts';
import { api, client } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { SettingsSection } from '#web/settings/SettingsSection.tsx';
import { CodeBlock } from '#web/ui/CodeBlock.tsx';
import { PersonAvatar } from '#web/ui/PersonAvatar.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { toastDone, toastFailed } from '#web/ui/toast.tsx';
import styles from './PersonRows.module.css';

export function Invitations() {
  const t = useTranslations('people.invitations');
  const more = useTranslations('people.members');
  const [link, setLink] = useState<string | null>(null);
  const invitations = useInfiniteQuery(
    api.invitations.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ cursor }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  );
  const open = invitations.data?.pages.flatMap((page) => page.items) ?? [];
  if (open.length === 0) return null;
  return (
    <SettingsSection wide title={t('title')} text={t('text')}>
      <ul className={styles.rows}>
        {open.map((invitation) => (
          <InvitationRow key={invitation.id} invitation={invitation} onLink={setLink} />
        ))}
      </ul>
      {invitations.hasNextPage && (
        <div className={styles.more}>
          <Button variant="subtle" onClick={() => void invitations.fetchNextPage()}>
            {more('more')}
          </Button>
        </div>
      )}
      <Modal opened={link !== null} onClose={() => setLink(null)} title={t('link')}>
        <Text mb="sm">{t('handOver')}</Text>
        <CodeBlock code={link ?? ''} label={t('link')} />
      </Modal>
    </SettingsSection>
  );
}

type RowProps = { invitation: Invitation; onLink: (link: string) => void };

function InvitationRow({ invitation, onLink }: RowProps) {
  const t = useTranslations('people.invitations');
  const roles = useTranslations('people.roles');
  const format = useFormatter();
  const mayWrite = usePermission('members:write');
  const queryClient = useQueryClient();
  const { id, email } = invitation;
  const refresh = () => queryClient.invalidateQueries({ queryKey: api.invitations.key() });
  const resend = useMutation({
    mutationFn: () => client.invitations.resend({ id }),
    onSuccess: async (sent) => {
      await refresh();
      if (sent.link) onLink(sent.link);
      else toastDone(t('sent', { email }));
    },
    onError: (error) => toastFailed(error),
  });
  const revoke = useMutation({
    mutationFn: () => client.invitations.revoke({ id }),
    onSuccess: async () => {
      await refresh();
      toastDone(t('revoked', { email }));
    },
    onError: (error) => toastFailed(error),
  });
  const until = format.dateTime(new Date(invitation.expiresAt), { day: 'numeric', month: 'short' });
  return (
    <li>
      <PersonAvatar name={email} size={32} />
      <span className={styles.words}>
        <span className={styles.name}>
          <span>{email}</span>
          {invitation.expired && <StatusBadge tone="attention">{t('expired')}</StatusBadge>}
        </span>
        <span className={styles.detail}>
          {roles(`${invitation.role}.name`)}
          {!invitation.expired && ` · ${t('until', { date: until })}`}
        </span>
      </span>
      {mayWrite && (
        <Group gap="xs" wrap="nowrap">
          <Button size="xs" variant="default" loading={resend.isPending} onClick={() => resend.mutate()}>
            {t('resend')}
          </Button>
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            loading={revoke.isPending}
            onClick={() => revoke.mutate()}
          >
            {t('revoke')}
          </Button>
        </Group>
      )}
    </li>
  );
}
