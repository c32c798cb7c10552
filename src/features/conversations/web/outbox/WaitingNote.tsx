// Below an answer that has not reached the server: why, and what one can do.
import { Button } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { Waiting } from './outbox.ts';
import styles from './WaitingNote.module.css';
import { useWaitingAnswers } from './waiting-answers.tsx';

export function WaitingNote({ waiting: { id, failure } }: { waiting: Waiting }) {
  const t = useTranslations('composer.waiting');
  const { isAway, retry, discard } = useWaitingAnswers();
  if (!failure && !isAway) return null;
  const words = failure
    ? failure.code === 'written_long_ago'
      ? t('writtenLongAgo')
      : t('failed', { reason: failure.message })
    : t('away');
  return (
    <div className={styles.waiting} role="status" data-failed={failure !== null || undefined}>
      <span>{words}</span>
      <Button variant="subtle" size="compact-xs" onClick={() => retry(id)}>
        {t('retry')}
      </Button>
      <Button variant="subtle" color="gray" size="compact-xs" onClick={() => discard(id)}>
        {t('discard')}
      </Button>
    </div>
  );
}
