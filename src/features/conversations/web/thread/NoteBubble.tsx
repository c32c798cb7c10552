// A note of the team between the messages: amber and with a lock, because the customer never sees it.
import { IconLock } from '@tabler/icons-react';
import { useFormatter, useTranslations } from 'use-intl';
import type { NoteItem } from '#features/conversations/conversations.contract.ts';
import { FormattedText } from '#web/ui/FormattedText.tsx';
import styles from './entries.module.css';

export function NoteBubble({ note }: { note: NoteItem }) {
  const t = useTranslations('threadEntries');
  const format = useFormatter();
  const at = new Date(note.at);
  return (
    <div className={styles.noteRow}>
      <article className={styles.note} aria-label={t('note')}>
        <header className={styles.noteHead}>
          <IconLock size={13} aria-hidden />
          {t('noteBy', { name: note.author.name ?? t('somebody') })}
          <time dateTime={note.at} title={format.dateTime(at, { dateStyle: 'full', timeStyle: 'medium' })}>
            {format.dateTime(at, { hour: '2-digit', minute: '2-digit' })}
          </time>
        </header>
        <FormattedText text={note.text} links />
      </article>
    </div>
  );
}
