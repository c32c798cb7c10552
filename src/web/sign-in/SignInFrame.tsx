// The quiet frame of the pages before sign-in: mark, title, one card.
import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './SignInFrame.module.css';

type Props = { title: string; text?: ReactNode; children: ReactNode; foot?: ReactNode };

export function SignInFrame({ title, text, children, foot }: Props) {
  return (
    <main className={styles.frame}>
      <div className={styles.column}>
        <img src="/favicon.svg" alt="Rondine" className={styles.mark} />
        <Title order={1} ta="center">
          {title}
        </Title>
        {text !== undefined && (
          <Text c="dimmed" ta="center" mt={4}>
            {text}
          </Text>
        )}
        <div className={styles.card}>{children}</div>
        {foot !== undefined && <div className={styles.foot}>{foot}</div>}
      </div>
    </main>
  );
}
