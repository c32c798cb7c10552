// One part of the editor: a heading, a line of help, and its inputs.
import { Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import styles from './TemplateEditor.module.css';

type Props = {
  title: string;
  help?: string;
  /** Beside the heading. */
  aside?: ReactNode;
  children: ReactNode;
};

export function EditorSection({ title, help, aside, children }: Props) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.sectionHead}>
        <Title order={2} id={id}>
          {title}
        </Title>
        {aside}
      </div>
      {help !== undefined && <p className={styles.help}>{help}</p>}
      {children}
    </section>
  );
}
