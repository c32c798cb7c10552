// What became of one message of a thread.
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { MessageTimeline } from '#features/sending/web/MessageTimeline.tsx';
import { api } from '#web/api.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';

type Props = { conversationId: string; messageId: string; onClose: () => void };

export function MessageHistoryDialog({ conversationId, messageId, onClose }: Props) {
  const t = useTranslations('messageHistory');
  const history = useQuery(
    api.conversations.messageHistory.queryOptions({ input: { id: conversationId, messageId } }),
  );
  return (
    <Dialog opened onClose={onClose} title={t('title')}>
      {history.error ? (
        <ErrorState error={history.error} onRetry={() => void history.refetch()} />
      ) : history.data ? (
        <MessageTimeline history={history.data} />
      ) : (
        <Skeleton height={120} />
      )}
    </Dialog>
  );
}
