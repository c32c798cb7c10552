// Writes an answer: its tools, what goes with it, the text, and the button that sends it.
import { ActionIcon } from '@mantine/core';
import { IconSend2 } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { Conversation } from '#features/conversations/conversations.contract.ts';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { AttachedFile } from './AttachedFile.tsx';
import styles from './Composer.module.css';
import { ComposerTools } from './ComposerTools.tsx';
import { useAnswer } from './use-answer.ts';
import { WritingField } from './WritingField.tsx';

type Props = { conversation: Conversation; onTemplate: () => void };

export function ReplyBox({ conversation, onTemplate }: Props) {
  const t = useTranslations('composer');
  const answer = useAnswer(conversation.id);
  return (
    <>
      <FormFailure error={answer.error} />
      {answer.file && <AttachedFile file={answer.file} onRemove={() => answer.setFile(null)} />}
      <div className={styles.row}>
        <ComposerTools onFile={answer.setFile} onTemplate={onTemplate} />
        <WritingField
          conversationId={conversation.id}
          label={t('placeholder')}
          placeholder={answer.file ? t('caption') : t('placeholder')}
          hint={t('hint')}
          value={answer.text}
          onChange={answer.setText}
          onSend={answer.send}
        />
        <ActionIcon
          size={36}
          aria-label={t('send')}
          disabled={!answer.ready}
          loading={answer.sending}
          onClick={answer.send}
        >
          <IconSend2 size={18} />
        </ActionIcon>
      </div>
    </>
  );
}
