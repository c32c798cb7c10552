// Says that a message was edited; a click shows the words that it had before.
import { Popover, UnstyledButton } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { Message } from '#features/conversations/conversations.contract.ts';
import { FormattedText } from '#web/ui/FormattedText.tsx';
import styles from './bubble.module.css';

export function EditedMark({ message }: { message: Message }) {
  const t = useTranslations('threadKinds');
  const { edited, earlier } = message.content;
  if (edited !== true) return null;
  const words = Array.isArray(earlier) ? earlier.filter((one) => typeof one === 'string' && one !== '') : [];
  if (words.length === 0) return <span>{t('edited')}</span>;
  return (
    <Popover position="top" shadow="md" width={280}>
      <Popover.Target>
        <UnstyledButton className={styles.edited} aria-label={t('earlierWords')}>
          {t('edited')}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <strong className={styles.earlierTitle}>{t('earlier')}</strong>
        {words.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was said stays in its order
          <FormattedText key={at} text={one} />
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}
