// What a contact has of one kind, such as tickets: for their card in the inbox and their panel.
import { ActionIcon } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './ContactRecords.module.css';

type Props = {
  title: string;
  className?: string | undefined;
  /** A link to all of them. */
  all?: ReactNode;
  /** For who may make one. */
  create?: { label: string; onClick: () => void } | undefined;
  children: ReactNode;
};

export function ContactRecords({ title, className, all, create, children }: Props) {
  return (
    <section className={className} aria-label={title}>
      <div className={styles.head}>
        <h3 className={styles.title}>{title}</h3>
        {all}
        {create && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={create.label}
            title={create.label}
            onClick={create.onClick}
          >
            <IconPlus size={16} />
          </ActionIcon>
        )}
      </div>
      {children}
    </section>
  );
}
