// In the top bar: a bell with the number of unread notifications, and their list below it.
import { ActionIcon, Drawer, Indicator, Popover } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { IconBell } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { phoneWidth } from '#web/layout/phone-width.ts';
import { useWorkspace } from '#web/session.ts';
import { NotificationList } from './NotificationList.tsx';
import { useAttention } from './use-attention.ts';
import { useBadge } from './use-badge.ts';
import { useChime } from './use-chime.ts';
import { useRenewedPush } from './use-renewed-push.ts';
import { useSummary } from './use-summary.ts';

export function NotificationBell() {
  const workspace = useWorkspace();
  return workspace === null ? null : <Bell key={workspace.id} />;
}

function Bell() {
  const t = useTranslations('notifications');
  const summary = useSummary();
  const unread = summary?.unread ?? 0;
  useBadge(unread);
  useChime(summary?.chimeAt);
  useAttention();
  useRenewedPush();
  const [opened, { toggle, close }] = useDisclosure(false);
  const isPhone = useMediaQuery(phoneWidth, window.matchMedia(phoneWidth).matches);
  const button = (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={isPhone ? 44 : 32}
      aria-label={unread > 0 ? t('bellUnread', { count: unread }) : t('bell')}
      aria-haspopup="dialog"
      aria-expanded={opened}
      onClick={toggle}
    >
      <Indicator
        disabled={unread === 0}
        label={unread > 99 ? '99+' : unread}
        size={16}
        zIndex={1}
        offset={3}
        color="var(--tone-bad-mark)"
        styles={{ indicator: { padding: '0 4px', fontSize: 10, fontWeight: 600 } }}
      >
        <IconBell size={20} stroke={1.7} />
      </Indicator>
    </ActionIcon>
  );
  if (isPhone)
    return (
      <>
        {button}
        <Drawer
          opened={opened}
          onClose={close}
          position="bottom"
          size="85%"
          title={t('title')}
          closeButtonProps={{ 'aria-label': t('close') }}
          styles={{ body: { padding: 0 }, title: { fontSize: 16, fontWeight: 600 } }}
        >
          {opened && <NotificationList onLeave={close} />}
        </Drawer>
      </>
    );
  return (
    <Popover
      opened={opened}
      onChange={(open) => !open && close()}
      position="bottom-end"
      width={400}
      shadow="md"
      trapFocus
      returnFocus
    >
      <Popover.Target>{button}</Popover.Target>
      <Popover.Dropdown p={0} aria-label={t('title')}>
        <NotificationList onLeave={close} />
      </Popover.Dropdown>
    </Popover>
  );
}
