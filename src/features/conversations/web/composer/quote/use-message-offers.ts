// Offers on each message of the thread what WhatsApp lets one do with it now: quote it, react to it.
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Message } from '#features/conversations/conversations.contract.ts';
import { useThreadWorld } from '#features/conversations/web/thread/thread-context.tsx';
import { useAfterSending } from '#features/conversations/web/use-thread.ts';
import { client } from '#web/api.ts';
import { toastFailed } from '#web/ui/toast.tsx';
import { quote, quotedOf } from './quoting.ts';

/** `answerable`: free messages may be sent now. */
export function useMessageOffers(conversationId: string, answerable: boolean, onQuoted: () => void): void {
  const { offer } = useThreadWorld();
  const afterSending = useAfterSending();
  const { mutate } = useMutation({
    mutationFn: ({ message, emoji }: { message: Message; emoji: string | null }) =>
      client.conversations.react({ id: conversationId, messageId: message.id, emoji: emoji ?? '' }),
    onSuccess: afterSending,
    onError: (error) => toastFailed(error),
  });
  const quoted = useRef(onQuoted);
  quoted.current = onQuoted;
  useEffect(() => {
    if (!answerable) return;
    return offer({
      reply: (message) => {
        quote(conversationId, quotedOf(message));
        quoted.current();
      },
      react: (message, emoji) => mutate({ message, emoji }),
    });
  }, [answerable, conversationId, mutate, offer]);
}
