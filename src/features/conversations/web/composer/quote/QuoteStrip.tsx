// The message that the answer will quote, above the place where one writes.
import { CloseButton } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { usePreview } from '#features/conversations/web/use-preview.ts';
import styles from './quote.module.css';
import { type Quoted, quote } from './quoting.ts';

type Props = { conversationId: string; contactName: string; quoted: Quoted };

export function QuoteStrip({ conversationId, contactName, quoted }: Props) {
  const t = useTranslations('answerKinds.quote');
  const spell = usePreview();
  const who = quoted.direction === 'out' ? t('us') : contactName;
  return (
    <div className={styles.strip}>
      <div className={styles.words}>
        <strong>{t('answering', { name: who })}</strong>
        <span>{spell(quoted.preview)}</span>
      </div>
      <CloseButton aria-label={t('drop')} onClick={() => quote(conversationId, null)} />
    </div>
  );
}
