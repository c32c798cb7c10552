// The message that another one quotes, answers or reacts to; a click goes there.
import { UnstyledButton } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { Message } from '#features/conversations/conversations.contract.ts';
import { usePreview } from '#features/conversations/web/use-preview.ts';
import styles from './bubble.module.css';
import { useThreadWorld } from './thread-context.tsx';

export function QuotedMessage({ replyTo }: { replyTo: NonNullable<Message['replyTo']> }) {
  const t = useTranslations('threadKinds');
  const own = useTranslations('conversations');
  const spell = usePreview();
  const { contactName, jumpTo } = useThreadWorld();
  const name = replyTo.direction === 'in' ? contactName : (replyTo.name ?? own('you'));
  const words = replyTo.preview ? spell(replyTo.preview) : t('quoteWithdrawn');
  return (
    <UnstyledButton
      className={styles.quote}
      title={t('quoteJump')}
      aria-label={`${t('quoteJump')}: ${name}, ${words}`}
      onClick={() => jumpTo(replyTo.id)}
    >
      <strong>{name}</strong>
      <span>{words}</span>
    </UnstyledButton>
  );
}
