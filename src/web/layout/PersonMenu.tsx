// The person who is signed in: profile, theme, sign out.
import { Menu, SegmentedControl, Text, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { IconBook2, IconDeviceMobile, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { showBadge } from '#features/notifications/web/use-badge.ts';
import { signOut } from '#web/auth.ts';
import { useSession } from '#web/session.ts';
import { PersonAvatar } from '#web/ui/PersonAvatar.tsx';

export function PersonMenu() {
  const t = useTranslations('shell.person');
  const { user, product } = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const queryClient = useQueryClient();

  const leave = async () => {
    // What is pushed here is not for the next person at this device.
    const pushes = await import('#features/notifications/web/use-push.ts').catch(() => null);
    await pushes?.unsubscribe();
    await signOut();
    queryClient.clear();
    showBadge(0);
    // A full load drops everything that the former person's pages hold in memory.
    window.location.assign('/sign-in');
  };

  return (
    <Menu position="bottom-end" width={264}>
      <Menu.Target>
        <UnstyledButton aria-label={t('menu')} style={{ borderRadius: '50%' }}>
          <PersonAvatar name={user.name} size={28} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Text px="sm" pt="xs" fw={550} truncate>
          {user.name}
        </Text>
        <Text px="sm" pb="xs" size="sm" c="dimmed" truncate>
          {user.email}
        </Text>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconUserCircle size={16} />}
          renderRoot={(props) => <Link to="/settings/profile" {...props} />}
        >
          {t('profile')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconBook2 size={16} />}
          component="a"
          href="/docs/api"
          target="_blank"
          rel="noreferrer"
        >
          {t('documentation')}
        </Menu.Item>
        {product.simulatorUrl && (
          <Menu.Item
            leftSection={<IconDeviceMobile size={16} />}
            component="a"
            href={`${product.simulatorUrl}/phone`}
            target="_blank"
            rel="noreferrer"
          >
            {t('phone')}
          </Menu.Item>
        )}
        <Menu.Label>{t('theme')}</Menu.Label>
        <SegmentedControl
          fullWidth
          size="xs"
          mx="xs"
          mb="xs"
          aria-label={t('theme')}
          value={colorScheme}
          onChange={(value) => setColorScheme(value as typeof colorScheme)}
          data={[
            { value: 'light', label: t('light') },
            { value: 'dark', label: t('dark') },
            { value: 'auto', label: t('system') },
          ]}
        />
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void leave()}>
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
