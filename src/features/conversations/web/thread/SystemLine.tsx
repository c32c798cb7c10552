// What WhatsApp itself says in a conversation, as one quiet line: a new number, a new identity.
import { useFormatter, useTranslations } from 'use-intl';
import type { Message } from '#features/conversations/conversations.contract.ts';
import styles from './entries.module.css';
import { word } from './kinds/read-content.ts';

export function SystemLine({ message }: { message: Message }) {
  const t = useTranslations('threadKinds');
  const format = useFormatter();
  const { content } = message;
  const [from, to] = [word(content, 'previous'), word(content, 'next')];
  const words =
    word(content, 'event') === 'number_changed'
      ? from && to
        ? t('numberChangedFrom', { from, to })
        : t('numberChanged')
      : word(content, 'event') === 'identity_changed'
        ? t('identityChanged')
        : word(content, 'text') || t('system');
  const at = new Date(message.at);
  return (
    <p className={styles.activity}>
      <span>{words}</span>{' '}
      <time dateTime={message.at} title={format.dateTime(at, { dateStyle: 'full', timeStyle: 'medium' })}>
        {format.dateTime(at, { hour: '2-digit', minute: '2-digit' })}
      </time>
    </p>
  );
}
