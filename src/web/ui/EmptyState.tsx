// What a place without content says: what it is for, and the one thing to do next.
import { Anchor, Stack, Text, Title } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import styles from './EmptyState.module.css';

type Props = {
  icon: Icon;
  title: string;
  /** One sentence: what this place is for. */
  text?: ReactNode;
  /** The one action, a button. */
  action?: ReactNode;
  /** Address of the guide, when there is one. */
  guide?: string;
};

export function EmptyState({ icon: Icon, title, text, action, guide }: Props) {
  const t = useTranslations('ui');
  return (
    <Stack className={styles.root} align="center" gap="xs">
      <span className={styles.icon} aria-hidden>
        <Icon size={22} stroke={1.6} />
      </span>
      <Title order={2} ta="center">
        {title}
      </Title>
      {text !== undefined && (
        <Text c="dimmed" ta="center" maw={440}>
          {text}
        </Text>
      )}
      {action !== undefined && <div className={styles.action}>{action}</div>}
      {guide !== undefined && (
        <Anchor href={guide} target="_blank" rel="noreferrer" size="sm">
          {t('readGuide')}
        </Anchor>
      )}
    </Stack>
  );
}
