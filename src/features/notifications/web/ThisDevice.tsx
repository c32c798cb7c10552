// What this browser does: pushes, with the reason where it cannot, and the sound; and the person's other devices.
import { ActionIcon, Button, Divider, Group, Stack, Switch, Text } from '@mantine/core';
import { IconBellOff, IconDeviceLaptop, IconTrash, IconVolume } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { useRemembered } from '#web/remembered.ts';
import { SettingsSection } from '#web/settings/SettingsSection.tsx';
import { Notice } from '#web/ui/Notice.tsx';
import { RelativeTime } from '#web/ui/RelativeTime.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { toastDone } from '#web/ui/toast.tsx';
import { playChime, SOUND_CHOICE } from './chime.ts';
import { pushObstacle, usePush } from './use-push.ts';

export function ThisDevice({ pushKey }: { pushKey: string }) {
  const t = useTranslations('notificationSettings.device');
  const { own, others, turnOn, turnOff, remove, tryOut } = usePush(pushKey);
  const obstacle = own ? null : pushObstacle();
  const attempt = (id: string) =>
    tryOut.mutate(id, { onSuccess: ({ outcome }) => toastDone(t(`outcome.${outcome}`)) });
  return (
    <SettingsSection
      title={t('section')}
      text={t('text')}
      badge={own && <StatusBadge tone="good">{t('on')}</StatusBadge>}
    >
      <Stack>
        {obstacle && (
          <Notice tone="attention" icon={IconBellOff}>
            {t(`obstacle.${obstacle}`)}
          </Notice>
        )}
        {turnOn.data === false && !obstacle && (
          <Notice tone="attention" icon={IconBellOff}>
            {t('notGranted')}
          </Notice>
        )}
        <Group gap="xs">
          {own ? (
            <>
              <Button variant="default" loading={tryOut.isPending} onClick={() => attempt(own.id)}>
                {t('try')}
              </Button>
              <Button
                variant="subtle"
                color="gray"
                loading={turnOff.isPending}
                onClick={() => turnOff.mutate()}
              >
                {t('turnOff')}
              </Button>
            </>
          ) : (
            <Button
              disabled={obstacle !== null}
              loading={turnOn.isPending}
              onClick={() =>
                turnOn.mutate(undefined, { onSuccess: (done) => done && toastDone(t('turnedOn')) })
              }
            >
              {t('turnOn')}
            </Button>
          )}
        </Group>
        <Divider />
        <Sound />
        {others.length > 0 && (
          <>
            <Divider />
            <Stack gap={4} component="ul" m={0} p={0} style={{ listStyle: 'none' }} aria-label={t('others')}>
              {others.map(({ id, name, pushedAt }) => (
                <Group component="li" key={id} gap="sm" wrap="nowrap" mih={44}>
                  <IconDeviceLaptop size={18} stroke={1.7} aria-hidden />
                  <div style={{ flex: 1, minWidth: 0 }}>
                    <Text truncate>{name}</Text>
                    <Text size="xs" c="dimmed">
                      {pushedAt ? (
                        <>
                          {t('lastPush')} <RelativeTime at={pushedAt} />
                        </>
                      ) : (
                        t('noPush')
                      )}
                    </Text>
                  </div>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size="lg"
                    aria-label={t('remove', { name })}
                    onClick={() => remove.mutate(id)}
                  >
                    <IconTrash size={18} />
                  </ActionIcon>
                </Group>
              ))}
            </Stack>
          </>
        )}
      </Stack>
    </SettingsSection>
  );
}

function Sound() {
  const t = useTranslations('notificationSettings.device');
  const [choice, setChoice] = useRemembered(SOUND_CHOICE);
  return (
    <Group justify="space-between">
      <Switch
        label={t('sound')}
        description={t('soundText')}
        checked={choice !== 'off'}
        onChange={({ currentTarget }) => setChoice(currentTarget.checked ? null : 'off')}
      />
      <Button
        variant="default"
        leftSection={<IconVolume size={16} />}
        onClick={() => void playChime().then((played) => played || toastDone(t('soundBlocked')))}
      >
        {t('listen')}
      </Button>
    </Group>
  );
}
