// A state in one or two words; the colour says what kind of state it is and nothing else.
import type { ReactNode } from 'react';
import type { Tone } from '#web/theme.ts';
import styles from './StatusBadge.module.css';

type Props = {
  tone: Tone;
  children: ReactNode;
  /** A mark before the words, for states that go on. */
  dot?: boolean;
};

export function StatusBadge({ tone, children, dot = false }: Props) {
  return (
    <span
      className={styles.badge}
      data-tone={tone}
      title={typeof children === 'string' ? children : undefined}
    >
      {dot && <span className={styles.dot} aria-hidden />}
      <span className={styles.words}>{children}</span>
    </span>
  );
}
