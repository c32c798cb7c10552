// Text to be copied: a key, a command, a body.
import { ActionIcon, CopyButton, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import styles from './CodeBlock.module.css';

type Props = { code: string /** What is copied, for screen readers. */; label: string };

export function CodeBlock({ code, label }: Props) {
  const t = useTranslations('ui');
  return (
    <div className={styles.block}>
      <section aria-label={label}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines are scrolled with the keyboard */}
        <pre className={styles.code} tabIndex={0}>
          {code}
        </pre>
      </section>
      <CopyButton value={code}>
        {({ copied, copy }) => (
          <Tooltip label={copied ? t('copied') : t('copy')}>
            <ActionIcon
              className={styles.copy}
              variant="default"
              aria-label={copied ? t('copied') : t('copy')}
              onClick={copy}
            >
              {copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </div>
  );
}
