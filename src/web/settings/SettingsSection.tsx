// One card of a settings page, with an optional title and explanation.
import { Group, Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import styles from './SettingsSection.module.css';

type Props = {
  title?: string;
  text?: ReactNode;
  /** Beside the title: a state. */
  badge?: ReactNode;
  /** At the right of the title: a button. */
  action?: ReactNode;
  children: ReactNode;
  /** For lists and tables: wider, no padding. */
  wide?: boolean;
};

export function SettingsSection({ title, text, badge, action, children, wide = false }: Props) {
  const id = useId();
  return (
    <section className={styles.section} data-wide={wide || undefined} aria-labelledby={title && id}>
      {title && (
        <Group gap="xs" mih={28}>
          <Title order={2} id={id}>
            {title}
          </Title>
          {badge}
          {action !== undefined && <div className={styles.action}>{action}</div>}
        </Group>
      )}
      {text && (
        <Text c="dimmed" size="sm" mt={2} mb={10} maw={560}>
          {text}
        </Text>
      )}
      <div className={styles.card} data-below={title ? true : undefined}>
        {children}
      </div>
    </section>
  );
}
