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
  const words = typeof children === 'string' ? children : undefined;
  return (
    <span className={styles.badge} data-tone={tone} title={words}>
      {dot && <span className={styles.dot} aria-hidden />}
      {words === undefined ? children : <span className={styles.words}>{words}</span>}
    </span>
  );
}
