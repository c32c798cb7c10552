// A few words that stand within a page: what is the matter, why, and what to do.
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Tone } from '#web/theme.ts';
import styles from './Notice.module.css';

type Props = {
  tone: Tone;
  icon: Icon;
  title?: string | undefined;
  children?: ReactNode;
  /** Read out at once when it appears. */
  urgent?: boolean;
};

export function Notice({ tone, icon: Icon, title, children, urgent = false }: Props) {
  return (
    <div className={styles.notice} data-tone={tone} role={urgent ? 'alert' : undefined}>
      <Icon size={18} className={styles.icon} aria-hidden />
      <div className={styles.words}>
        {title !== undefined && <strong>{title}</strong>}
        {children}
      </div>
    </div>
  );
}
