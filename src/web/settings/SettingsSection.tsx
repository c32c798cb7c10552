// One card of a settings page, with an optional title and explanation.
import { Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import styles from './SettingsSection.module.css';

type Props = {
  title?: string;
  text?: ReactNode;
  children: ReactNode;
  /** For tables: no limit of the width, no padding. */
  wide?: boolean;
};

export function SettingsSection({ title, text, children, wide = false }: Props) {
  const id = useId();
  return (
    <section className={styles.section} data-wide={wide || undefined} aria-labelledby={title && id}>
      {title && (
        <Title order={2} id={id}>
          {title}
        </Title>
      )}
      {text && (
        <Text c="dimmed" size="sm" mt={2} maw={560}>
          {text}
        </Text>
      )}
      <div className={styles.card}>{children}</div>
    </section>
  );
}
