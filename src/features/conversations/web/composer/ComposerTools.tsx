// The tools beside the text of an answer: each is one button.
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconPaperclip, IconTemplate } from '@tabler/icons-react';
import { type ReactNode, useRef } from 'react';
import { useTranslations } from 'use-intl';
import styles from './Composer.module.css';

type Props = { onFile: (file: File | null) => void; onTemplate: () => void };

export function ComposerTools({ onFile, onTemplate }: Props) {
  const t = useTranslations('composer');
  return (
    <div className={styles.tools}>
      <AttachTool onFile={onFile} />
      <Tool label={t('sendTemplate')} onUse={onTemplate}>
        <IconTemplate size={18} />
      </Tool>
    </div>
  );
}

function AttachTool({ onFile }: Pick<Props, 'onFile'>) {
  const t = useTranslations('composer');
  const choose = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={choose}
        type="file"
        hidden
        onChange={(event) => {
          onFile(event.currentTarget.files?.[0] ?? null);
          event.currentTarget.value = '';
        }}
      />
      <Tool label={t('attach')} onUse={() => choose.current?.click()}>
        <IconPaperclip size={18} />
      </Tool>
    </>
  );
}

type ToolProps = { label: string; onUse: () => void; children: ReactNode };

export function Tool({ label, onUse, children }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" size={36} aria-label={label} onClick={onUse}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
