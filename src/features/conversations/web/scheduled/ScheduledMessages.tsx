// What is to be sent later, and what could not be: at the end of the conversation, by time.
import { IconClock } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { Conversation } from '#features/conversations/conversations.contract.ts';
import { ScheduledBubble } from './ScheduledBubble.tsx';
import styles from './scheduled.module.css';
import { useScheduled } from './use-scheduled.ts';

export function ScheduledMessages({ conversation }: { conversation: Conversation }) {
  const t = useTranslations('scheduled');
  const items = useScheduled(conversation.id);
  if (items.length === 0) return null;
  return (
    <section aria-label={t('title')} className={styles.section}>
      <div className={styles.title}>
        <IconClock size={14} aria-hidden />
        <span>{t('title')}</span>
      </div>
      {items.map((item) => (
        <ScheduledBubble key={item.id} conversation={conversation} message={item} />
      ))}
    </section>
  );
}
