// The tools beside the text of an answer: each is one button.
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconListDetails, IconMicrophone, IconPaperclip, IconTemplate } from '@tabler/icons-react';
import { type ReactNode, useRef } from 'react';
import { useTranslations } from 'use-intl';
import styles from './Composer.module.css';
import { EmojiTool } from './emoji/EmojiTool.tsx';
import { FormatTools } from './format/FormatTools.tsx';
import type { Mark } from './format/wrap-marks.ts';
import { mayRecord } from './voice/use-recorder.ts';

type Props = {
  onFiles: (files: File[]) => void;
  onTemplate: () => void;
  onChoices: () => void;
  onEmoji: (emoji: string) => void;
  onFormat: (mark: Mark) => void;
  onRecord: () => void;
};

export function ComposerTools(props: Props) {
  const t = useTranslations('composer');
  const kinds = useTranslations('answerKinds');
  const files = useTranslations('attachments');
  return (
    <div className={styles.tools}>
      <AttachTool onFiles={props.onFiles} />
      <EmojiTool onChoose={props.onEmoji} />
      <FormatTools onFormat={props.onFormat} />
      {mayRecord() && (
        <Tool label={files('voice.record')} onUse={props.onRecord}>
          <IconMicrophone size={18} />
        </Tool>
      )}
      <Tool label={kinds('choices.open')} onUse={props.onChoices}>
        <IconListDetails size={18} />
      </Tool>
      <Tool label={t('sendTemplate')} onUse={props.onTemplate}>
        <IconTemplate size={18} />
      </Tool>
    </div>
  );
}

function AttachTool({ onFiles }: Pick<Props, 'onFiles'>) {
  const t = useTranslations('attachments');
  const choose = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={choose}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
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
