// The scheduled messages of a conversation, and what one does with them.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import type { ScheduledMessage } from '#features/conversations/scheduled/scheduled.contract.ts';
import { useAfterSending } from '#features/conversations/web/use-thread.ts';
import { api, client } from '#web/api.ts';
import { confirm } from '#web/ui/confirm.ts';
import { toastDone, toastFailed } from '#web/ui/toast.tsx';

export function useScheduled(conversationId: string): readonly ScheduledMessage[] {
  const { data } = useQuery(api.conversations.scheduled.queryOptions({ input: { id: conversationId } }));
  return data?.items ?? [];
}

/** Has them asked again. */
export function useRefreshScheduled(): () => Promise<void> {
  const queryClient = useQueryClient();
  return useCallback(
    () => queryClient.invalidateQueries({ queryKey: api.conversations.scheduled.key() }),
    [queryClient],
  );
}

export function useScheduledMoves(conversationId: string, message: ScheduledMessage) {
  const t = useTranslations('scheduled');
  const refresh = useRefreshScheduled();
  const afterSending = useAfterSending();
  const one = { id: conversationId, scheduledId: message.id };
  const sending = useMutation({
    mutationFn: (confirmUnsubscribed: boolean) =>
      client.conversations.sendScheduled({ ...one, confirmUnsubscribed }),
    onSuccess: async () => {
      await refresh();
      await afterSending();
    },
    onError: (error) => toastFailed(error),
  });
  const cancelling = useMutation({
    mutationFn: () => client.conversations.cancelScheduled(one),
    onSuccess: async () => {
      await refresh();
      // What was refused has no time to which it could be put back.
      if (message.state === 'waiting') toastDone(t('cancelled'), restore);
    },
    onError: (error) => toastFailed(error),
  });
  const restore = async () => {
    const { answer, template, sendAt } = message;
    const content = template
      ? {
          templateId: template.id,
          texts: template.texts,
          media: template.media,
          confirmUnsubscribed: template.confirmUnsubscribed,
        }
      : answer;
    try {
      await client.conversations.schedule({ ...content, id: conversationId, sendAt, evenIfClosed: true });
      await refresh();
    } catch (error) {
      toastFailed(error);
    }
  };
  const cancel = async () => {
    const asks = message.state === 'refused';
    const question = {
      title: t('discardTitle'),
      text: t('discardText'),
      confirm: t('discard'),
      danger: true,
    };
    if (!asks || (await confirm(question))) cancelling.mutate();
  };
  return {
    busy: sending.isPending || cancelling.isPending,
    send: (confirmUnsubscribed = false) => sending.mutate(confirmUnsubscribed),
    cancel: () => void cancel(),
  };
}
