// A voice note from the microphone to the customer: recorded, brought to the server, sent.
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Attachments } from '#features/conversations/web/composer/attachments/use-attachments.ts';
import { uploadFile } from '#features/conversations/web/composer/upload-file.ts';
import { useOutbox } from '#features/conversations/web/outbox/use-outbox.ts';
import { type Recorded, useRecorder } from './use-recorder.ts';

export function useVoiceNote(conversationId: string, attachments: Attachments) {
  const t = useTranslations('attachments.voice');
  const recorder = useRecorder();
  const outbox = useOutbox();
  const [failed, setFailed] = useState(false);
  const sending = useMutation({
    networkMode: 'always',
    mutationFn: ({ file }: Recorded) => uploadFile(conversationId, file),
    onSuccess: ({ fileId }, { voiceNote }) =>
      outbox.add(conversationId, { fileId, ...(voiceNote ? { voiceNote } : {}) }, t('note')),
    // What was said is not lost: it waits beside the text and can be sent again.
    onError: (_, { file, voiceNote }) => attachments.addVoiceNote(file, voiceNote),
  });
  const { state } = recorder;
  const refusal =
    state === 'refused' || state === 'unable' ? t(state) : failed && state === 'idle' ? t('failed') : null;
  return {
    recorder,
    sending: sending.isPending,
    error: sending.error,
    /** Why nothing is recorded, in words. */
    refusal,
    send: (recorded: Recorded) => {
      setFailed(false);
      sending.mutate(recorded);
    },
    fail: () => setFailed(true),
  };
}
