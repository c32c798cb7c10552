// A figure with its name, and what part of the whole it is.
import type { ReactNode } from 'react';
import { useFormatter } from 'use-intl';
import type { Tone } from '#web/theme.ts';
import styles from './Stat.module.css';

type Props = {
  label: ReactNode;
  /** A number is written in the person's way; anything else as it is. */
  value: number | ReactNode;
  /** The whole that `value` is a part of: shows the share in percent. */
  of?: number | undefined;
  /** Marks the figure when its meaning is a state. */
  tone?: Tone;
  hint?: ReactNode;
  /** Shows what the figure counts. */
  onOpen?: (() => void) | undefined;
};

export function Stat({ label, value, of, tone, hint, onOpen }: Props) {
  const format = useFormatter();
  const share = typeof value === 'number' && of !== undefined && of > 0 ? value / of : undefined;
  return (
    <div className={styles.stat}>
      <dt className={styles.label}>
        {tone && (
          <span className={styles.mark} style={{ background: `var(--tone-${tone}-mark)` }} aria-hidden />
        )}
        {label}
      </dt>
      <dd className={`${styles.value} figures`}>
        {onOpen ? (
          <button type="button" className={styles.open} onClick={onOpen}>
            {typeof value === 'number' ? format.number(value) : value}
          </button>
        ) : typeof value === 'number' ? (
          format.number(value)
        ) : (
          value
        )}
        {share !== undefined && (
          <span className={styles.share}>
            {format.number(share, { style: 'percent', maximumFractionDigits: share < 0.1 ? 1 : 0 })}
          </span>
        )}
      </dd>
      {hint !== undefined && <dd className={styles.hint}>{hint}</dd>}
    </div>
  );
}

/** Figures in a row, in one frame. */
export function Stats({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <dl className={styles.row} aria-label={label}>
      {children}
    </dl>
  );
}
