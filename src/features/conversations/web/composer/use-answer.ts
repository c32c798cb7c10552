// The answer that is being written: words, files, choices, what it quotes. Sent, it leaves the field for the outbox.
import { useEffect, useRef, useState } from 'react';
import { useDraft } from '#features/conversations/web/drafts/use-draft.ts';
import type { Outgoing } from '#features/conversations/web/outbox/outbox.ts';
import { useOutbox } from '#features/conversations/web/outbox/use-outbox.ts';
import { scheduleAnswers } from '#features/conversations/web/scheduled/schedule-answers.ts';
import { useRefreshScheduled } from '#features/conversations/web/scheduled/use-scheduled.ts';
import { useMeanwhile } from '#features/conversations/web/team/use-meanwhile.ts';
import { useThreadWorld } from '#features/conversations/web/thread/thread-context.tsx';
import { toastFailed } from '#web/ui/toast.tsx';
import { useAttachments } from './attachments/use-attachments.ts';
import { useUploading } from './attachments/use-uploading.ts';
import { type Choices, choicesFault, choicesInput } from './choices/choices.ts';
import { keptByConversation } from './kept-by-conversation.ts';
import { type Planned, planAnswer, type WrittenAnswer } from './plan-answer.ts';
import { quote, useQuoted } from './quote/quoting.ts';

/** What the server is asked for, and what is shown of it until then where it has no words. */
type Ready = { input: Outgoing; label: string };

const useKeptChoices = keptByConversation<Choices | null>(null);

export function useAnswer(conversationId: string) {
  const outbox = useOutbox();
  const { toLatest } = useThreadWorld();
  const [text, setText, emptyText] = useDraft(conversationId, 'reply');
  const attachments = useAttachments(conversationId);
  const [choices, setChoices] = useKeptChoices(conversationId);
  /** What is wrong is said once one has tried to send. */
  const [tried, setTried] = useState(false);
  const quoted = useQuoted(conversationId);
  const hasFile = attachments.list.length > 0;
  const fault = choices && choicesFault(choices, text, hasFile);
  const isEmpty = text.trim() === '' && !hasFile && choices === null;
  // What is in the field now: a second Enter may come before the emptied field is drawn.
  const written = useRef<WrittenAnswer | null>(null);
  written.current = isEmpty
    ? null
    : {
        text,
        attachments: attachments.list,
        replyToId: quoted?.id,
        choices: choices ? choicesInput(choices, hasFile) : undefined,
      };
  const isHere = useRef(false);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  const post = (messages: readonly Ready[], sent: WrittenAnswer) => {
    for (const { input, label } of messages) outbox.add(conversationId, input, label);
    clear(sent);
  };
  const clear = (sent: WrittenAnswer) => {
    written.current = null;
    emptyText(sent.text);
    attachments.letGo(sent.attachments);
    setChoices(null);
    setTried(false);
    uploading.forget();
    quote(conversationId, null);
    // There it is shown, as long as one reads this conversation.
    if (isHere.current) toLatest();
  };
  // All files first: an answer of which half was sent is worse than one that was not.
  const uploading = useUploading(conversationId, async (sent: WrittenAnswer) => {
    try {
      post(await bring(planAnswer(sent)), sent);
    } catch (error) {
      if (!isHere.current) toastFailed(error);
      throw error;
    }
  });
  const bring = async (planned: readonly Planned[]) => {
    const messages: Ready[] = [];
    for (const { input, attachment } of planned)
      messages.push({
        input: attachment ? { ...input, fileId: await attachments.bring(attachment) } : input,
        label: attachment?.file.name ?? '',
      });
    return messages;
  };
  const refreshScheduled = useRefreshScheduled();
  const mayStill = useMeanwhile(conversationId, !isEmpty);
  const ready = !isEmpty && !attachments.hasFault && !uploading.isUnderWay();
  const send = async () => {
    setTried(true);
    if (!ready || fault || !(await mayStill())) return;
    const answer = written.current;
    if (!answer || uploading.isUnderWay()) return;
    if (answer.attachments.length > 0) uploading.start(answer);
    else
      post(
        planAnswer(answer).map(({ input }) => ({ input, label: '' })),
        answer,
      );
  };
  return {
    text,
    setText,
    attachments,
    choices,
    setChoices: (next: Choices | null) => {
      setTried(false);
      setChoices(next);
    },
    fault: tried ? fault : null,
    quoted,
    ready,
    sending: uploading.isUnderWay(),
    error: uploading.error,
    send: () => void send(),
    /** Whether it may go as it is; what keeps it from that is said. */
    check: () => {
      setTried(true);
      return ready && !fault;
    },
    /** Throws what the server refuses; what was written stays then. */
    schedule: async (sendAt: Date, evenIfClosed: boolean) => {
      const answer = written.current;
      if (!answer) return;
      const messages = await bring(planAnswer(answer));
      await scheduleAnswers(
        conversationId,
        messages.map(({ input }) => input),
        { sendAt: sendAt.toISOString(), evenIfClosed },
      );
      clear(answer);
      await refreshScheduled();
    },
  };
}
