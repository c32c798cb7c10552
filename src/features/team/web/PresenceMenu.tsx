// In the top bar: what one is to the colleagues, to be chosen; it also tells the server that one is there.
import { Menu, UnstyledButton } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { api, client } from '#web/api.ts';
import { useSession, useWorkspace } from '#web/session.ts';
import { toastFailed } from '#web/ui/toast.tsx';
import styles from './Presence.module.css';
import { PresenceDot } from './PresenceDot.tsx';
import { useBeat } from './use-beat.ts';

const CHOICES = ['online', 'away', 'busy'] as const;

export function PresenceMenu() {
  const workspace = useWorkspace();
  return workspace === null ? null : <Own key={workspace.id} />;
}

function Own() {
  const t = useTranslations('presence');
  const { user } = useSession();
  const queryClient = useQueryClient();
  useBeat();
  const { data } = useQuery({ ...api.team.presence.queryOptions({ input: {} }), staleTime: 30_000 });
  const own = data?.people.find(({ userId }) => userId === user.id)?.state ?? 'online';
  const state = own === 'offline' ? 'online' : own;
  const choose = async (chosen: (typeof CHOICES)[number]) => {
    try {
      const now = await client.team.setPresence({ chosen });
      queryClient.setQueryData(api.team.presence.queryKey({ input: {} }), now);
    } catch (error) {
      toastFailed(error);
    }
  };
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <UnstyledButton className={styles.button} aria-label={t('own', { state: t(state) })}>
          <PresenceDot state={state} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('label')}</Menu.Label>
        {CHOICES.map((choice) => (
          <Menu.Item
            key={choice}
            aria-current={data?.chosen === choice}
            leftSection={<PresenceDot state={choice} />}
            rightSection={data?.chosen === choice ? <IconCheck size={16} aria-hidden /> : null}
            onClick={() => void choose(choice)}
          >
            {t(choice)}
            <small className={styles.meaning}>{t(`${choice}Text`)}</small>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
