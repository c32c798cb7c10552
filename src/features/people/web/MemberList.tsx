// The people of the workspace with their roles.
import { Button, Menu, Skeleton } from '@mantine/core';
import { IconUserMinus } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Member } from '#features/people/members.contract.ts';
import type { Role } from '#operations/permissions.ts';
import { api, client } from '#web/api.ts';
import { usePermission, useSession } from '#web/session.ts';
import { SettingsSection } from '#web/settings/SettingsSection.tsx';
import { confirm } from '#web/ui/confirm.ts';
import { DotsMenu } from '#web/ui/DotsMenu.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { PersonAvatar } from '#web/ui/PersonAvatar.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { toastDone, toastFailed } from '#web/ui/toast.tsx';
import styles from './PersonRows.module.css';
import { RoleSelect } from './RoleSelect.tsx';

export function MemberList() {
  const t = useTranslations('people.members');
  const members = useInfiniteQuery(
    api.members.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ cursor }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  );
  if (members.error) return <ErrorState error={members.error} onRetry={() => void members.refetch()} />;
  return (
    <SettingsSection wide>
      <ul className={styles.rows}>
        {members.isPending && (
          <li aria-hidden>
            <Skeleton circle height={32} />
            <Skeleton height={12} width={220} />
          </li>
        )}
        {members.data?.pages
          .flatMap((page) => page.items)
          .map((member) => (
            <MemberRow key={member.userId} member={member} />
          ))}
      </ul>
      {members.hasNextPage && (
        <div className={styles.more}>
          <Button
            variant="subtle"
            loading={members.isFetchingNextPage}
            onClick={() => void members.fetchNextPage()}
          >
            {t('more')}
          </Button>
        </div>
      )}
    </SettingsSection>
  );
}

function MemberRow({ member }: { member: Member }) {
  const t = useTranslations('people.members');
  const roles = useTranslations('people.roles');
  const { user } = useSession();
  const mayWrite = usePermission('members:write');
  const mayTouchOwners = usePermission('owners:write');
  const queryClient = useQueryClient();
  const { name, userId } = member;
  const may = mayWrite && (member.role !== 'owner' || mayTouchOwners);
  const refresh = () => queryClient.invalidateQueries({ queryKey: api.members.key() });

  const changeRole = useMutation({
    mutationFn: (role: Role) => client.members.changeRole({ userId, role }),
    onSuccess: async (changed) => {
      await refresh();
      toastDone(t('roleChanged', { name, role: roles(`${changed.role}.name`) }));
    },
    onError: (error) => toastFailed(error),
  });
  const remove = useMutation({
    mutationFn: () => client.members.remove({ userId }),
    onSuccess: async () => {
      await refresh();
      toastDone(t('removed', { name }));
    },
    onError: (error) => toastFailed(error),
  });
  const askToRemove = async () => {
    const yes = await confirm({
      title: t('removeTitle', { name }),
      text: t('removeText'),
      confirm: t('remove'),
      danger: true,
    });
    if (yes) remove.mutate();
  };

  return (
    <li>
      <PersonAvatar name={name} size={32} />
      <span className={styles.words}>
        <span className={styles.name}>
          <span>{name}</span>
          {userId === user.id && <StatusBadge tone="neutral">{t('you')}</StatusBadge>}
          {member.twoFactorEnabled && <StatusBadge tone="good">{t('twoStep')}</StatusBadge>}
        </span>
        <span className={styles.detail}>{member.email}</span>
      </span>
      <span className={styles.role}>
        <RoleSelect
          label={t('role', { name })}
          hideLabel
          value={changeRole.variables ?? member.role}
          disabled={!may || changeRole.isPending}
          onChange={(role) => changeRole.mutate(role, { onSettled: () => changeRole.reset() })}
        />
      </span>
      {may && (
        <DotsMenu label={t('actions', { name })}>
          <Menu.Item color="red" leftSection={<IconUserMinus size={16} />} onClick={() => void askToRemove()}>
            {t('remove')}
          </Menu.Item>
        </DotsMenu>
      )}
    </li>
  );
}
