// The answer that is being written in a conversation; sent, it leaves the field at once and waits in the outbox.
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useDraft } from '#features/conversations/web/drafts/use-draft.ts';
import { useOutbox } from '#features/conversations/web/outbox/use-outbox.ts';
import { useMeanwhile } from '#features/conversations/web/team/use-meanwhile.ts';
import { prepareAnswer } from './prepare-answer.ts';

export type Answer = { text: string; file: File | null };

const empty: Answer = { text: '', file: null };

export function useAnswer(conversationId: string) {
  const outbox = useOutbox();
  const [text, setText] = useDraft(conversationId, 'reply');
  const [file, setFile] = useState<File | null>(null);
  // What is in the field now: a second Enter may come before the emptied field is drawn.
  const written = useRef<Answer>(empty);
  written.current = { text, file };
  const clear = () => {
    written.current = empty;
    setText('');
    setFile(null);
  };
  const uploading = useMutation({
    // Offline it fails at once instead of waiting for the line.
    networkMode: 'always',
    mutationFn: (answer: Answer) => prepareAnswer(conversationId, answer),
    onSuccess: (outgoing, answer) => {
      outbox.add(conversationId, outgoing, answer.file?.name);
      clear();
    },
  });
  const mayStill = useMeanwhile(conversationId, text !== '' || file !== null);
  const send = async () => {
    if (!(await mayStill())) return;
    const answer = written.current;
    if (isEmpty(answer) || uploading.isPending) return;
    if (answer.file) {
      uploading.mutate(answer);
      return;
    }
    outbox.add(conversationId, { text: answer.text.trim() });
    clear();
  };
  const ready = !isEmpty({ text, file }) && !uploading.isPending;
  return { text, setText, file, setFile, ready, send, sending: uploading.isPending, error: uploading.error };
}

function isEmpty({ text, file }: Answer): boolean {
  return text.trim() === '' && file === null;
}
