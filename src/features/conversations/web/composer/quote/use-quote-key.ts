// The key that quotes: the message under the pointer or the focus, or else the customer's last one.
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Message, TimelineItem } from '#features/conversations/conversations.contract.ts';
import { api } from '#web/api.ts';
import type { KeyBinding } from '#web/keys/keys.ts';
import { isQuotable, quote, quotedOf } from './quoting.ts';

export function useQuoteKey(conversationId: string, onQuoted: () => void): KeyBinding {
  const t = useTranslations('answerKinds.quote');
  const queryClient = useQueryClient();
  return {
    key: 'r',
    label: t('answerKey'),
    run: () => {
      const messages = readMessages();
      const pointed = document
        .querySelector('article:hover, article:focus-within')
        ?.closest('[id^="message-"]');
      const id = pointed?.id.slice('message-'.length);
      const message =
        messages.find((one) => one.id === id && isQuotable(one)) ??
        messages.findLast((one) => one.direction === 'in' && isQuotable(one));
      if (!message) return;
      onQuoted();
      quote(conversationId, quotedOf(message));
    },
  };

  /** What the thread shows now, oldest first. */
  function readMessages(): Message[] {
    const found = queryClient.getQueriesData<{ pages: { items: TimelineItem[] }[] }>({
      queryKey: api.conversations.timeline.key(),
    });
    return (
      found
        .filter(([key]) => JSON.stringify(key).includes(conversationId))
        .flatMap(([, shown]) => shown?.pages.flatMap((page) => page.items) ?? [])
        .flatMap((item) => (item.type === 'message' ? [item.message] : []))
        // Pages have the latest first, also of those of one instant.
        .toReversed()
        .toSorted((a, b) => a.at.localeCompare(b.at))
    );
  }
}
