// A part of a record's page, below the one before it: with a heading, or named for screen readers alone.
import { type ReactNode, useId } from 'react';
import styles from './RecordSection.module.css';

type Props = { children: ReactNode } & (
  | { title: string /** At the right of the title: a button. */; action?: ReactNode }
  | { label: string }
);

export function RecordSection({ children, ...named }: Props) {
  const heading = useId();
  if ('label' in named)
    return (
      <section className={styles.section} aria-label={named.label}>
        {children}
      </section>
    );
  return (
    <section className={styles.section} aria-labelledby={heading}>
      <div className={styles.head}>
        <h2 id={heading}>{named.title}</h2>
        {named.action}
      </div>
      {children}
    </section>
  );
}
