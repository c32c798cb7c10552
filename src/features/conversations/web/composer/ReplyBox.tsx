// Writes an answer: its tools, what goes with it, the text, and the button that sends it.
import { ActionIcon } from '@mantine/core';
import { IconSend2 } from '@tabler/icons-react';
import { useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { Conversation } from '#features/conversations/conversations.contract.ts';
import { SendLater } from '#features/conversations/web/scheduled/SendLater.tsx';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { AttachmentTray } from './attachments/AttachmentTray.tsx';
import attachmentStyles from './attachments/attachments.module.css';
import { useDroppedFiles } from './attachments/use-dropped-files.ts';
import styles from './Composer.module.css';
import { ComposerTools } from './ComposerTools.tsx';
import { ChoicesEditor } from './choices/ChoicesEditor.tsx';
import { newChoices } from './choices/choices.ts';
import { useFieldEditing } from './format/use-field-editing.ts';
import { QuoteStrip } from './quote/QuoteStrip.tsx';
import { useAnswer } from './use-answer.ts';
import { useQuickReplies } from './use-quick-replies.ts';
import { useVoiceNote } from './voice/use-voice-note.ts';
import { VoiceBar } from './voice/VoiceBar.tsx';
import { WritingField } from './WritingField.tsx';

type Props = {
  conversation: Conversation;
  /** Whether it is shown; what was begun in it stays while it is not. */
  active: boolean;
  /** Called when something comes into it from elsewhere on the page. */
  onShow: () => void;
  onTemplate: () => void;
};

export function ReplyBox({ conversation, active, onShow, onTemplate }: Props) {
  const t = useTranslations('composer');
  const files = useTranslations('attachments');
  const kinds = useTranslations('answerKinds.choices');
  const answer = useAnswer(conversation.id);
  const field = useRef<HTMLTextAreaElement>(null);
  const editing = useFieldEditing(field, answer.text, answer.setText);
  const { attachments, choices, setChoices } = answer;
  const quickReplies = useQuickReplies(conversation.id, {
    onText: editing.insertAt,
    onFile: attachments.addKept,
  });
  const suggesters = useMemo(() => [quickReplies], [quickReplies]);
  const voice = useVoiceNote(conversation.id, attachments);
  const dropping = useDroppedFiles((dropped) => {
    attachments.add(dropped);
    onShow();
  });
  const isCaption = attachments.list.length === 1 && !choices;
  return (
    <div
      className={styles.reply}
      onPaste={(event) => {
        const pasted = [...event.clipboardData.files];
        if (pasted.length === 0) return;
        event.preventDefault();
        attachments.add(pasted);
      }}
    >
      {dropping && <div className={attachmentStyles.drop}>{files('drop')}</div>}
      <FormFailure error={answer.error ?? voice.error} />
      {answer.quoted && (
        <QuoteStrip
          conversationId={conversation.id}
          contactName={conversation.contact.name}
          quoted={answer.quoted}
        />
      )}
      <AttachmentTray attachments={attachments} sending={answer.sending} />
      {choices && (
        <ChoicesEditor
          choices={choices}
          fault={answer.fault}
          hasFile={attachments.list.length > 0}
          onChange={setChoices}
          onClose={() => setChoices(null)}
        />
      )}
      {voice.recorder.state === 'recording' || voice.recorder.state === 'asking' ? (
        <VoiceBar
          recorder={voice.recorder}
          sending={voice.sending}
          onRecorded={voice.send}
          onFailed={voice.fail}
        />
      ) : (
        <div className={`${styles.row} ${styles.stacked}`}>
          <ComposerTools
            onFiles={attachments.add}
            onTemplate={onTemplate}
            onChoices={() => setChoices(choices ? null : newChoices(kinds('openerStart')))}
            onEmoji={editing.insert}
            onFormat={editing.format}
            onRecord={() => void voice.recorder.start()}
          />
          <WritingField
            conversationId={conversation.id}
            active={active}
            label={t('placeholder')}
            placeholder={isCaption ? t('caption') : t('placeholder')}
            hint={t('hint')}
            value={answer.text}
            onChange={editing.setText}
            onSend={answer.send}
            suggesters={suggesters}
            fieldRef={field}
            onKey={editing.onKey}
          />
          <SendLater
            disabled={!answer.ready}
            windowClosesAt={conversation.windowClosesAt}
            mayOpen={answer.check}
            onSchedule={answer.schedule}
            onDone={() => field.current?.focus()}
            onTemplate={onTemplate}
            keysTitle={active ? t('keys.title') : undefined}
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
      )}
      {voice.refusal && (
        <p className={styles.refusal} role="alert">
          {voice.refusal}
        </p>
      )}
    </div>
  );
}
