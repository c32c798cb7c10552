// What the customer tapped: a button, or a row of a list with what stood under it.
import { IconCornerDownRight } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import styles from './kinds.module.css';

type Props = { text: string; description?: string; from: 'button' | 'list' };

export function TappedAnswer({ text, description, from }: Props) {
  const t = useTranslations('threadKinds');
  return (
    <div className={styles.tapped}>
      <IconCornerDownRight size={15} aria-hidden />
      <div>
        <span className="only-for-screen-readers">{t(from === 'list' ? 'chose' : 'tapped')} </span>
        {text}
        {description && <div className={styles.detail}>{description}</div>}
      </div>
    </div>
  );
}
