// The way from somewhere back in a conversation to its end, with the number of messages that wait there.
import { Button } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import styles from './MessageList.module.css';

export function ToLatest({ unread, onClick }: { unread: number; onClick: () => void }) {
  const t = useTranslations('threadEntries');
  return (
    <Button
      className={styles.toLatest}
      variant="default"
      size="compact-md"
      radius="xl"
      leftSection={<IconArrowDown size={16} />}
      aria-label={unread > 0 ? t('toLatestUnread', { count: unread }) : t('toLatest')}
      onClick={onClick}
    >
      {unread > 0 ? t('newOnes', { count: unread }) : t('toLatest')}
    </Button>
  );
}
