// The answer that is being written in a conversation, and how it is sent.
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useAfterSending } from '#features/conversations/web/use-thread.ts';
import { sendAnswer } from './send-answer.ts';
import { useDraft } from './use-draft.ts';

export type Answer = { text: string; file: File | null };

export function useAnswer(conversationId: string) {
  const [text, setText] = useDraft(conversationId, 'reply');
  const [file, setFile] = useState<File | null>(null);
  const afterSending = useAfterSending();
  const sending = useMutation({
    mutationFn: () => sendAnswer(conversationId, { text, file }),
    onSuccess: async () => {
      setText('');
      setFile(null);
      await afterSending();
    },
  });
  const ready = (text.trim() !== '' || file !== null) && !sending.isPending;
  return {
    text,
    setText,
    file,
    setFile,
    ready,
    sending: sending.isPending,
    error: sending.error,
    send: () => {
      if (ready) sending.mutate();
    },
  };
}
