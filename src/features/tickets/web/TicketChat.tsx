// The chat with the customer beside the ticket, or the way to begin one.
import { Button } from '@mantine/core';
import { IconMessages } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Thread } from '#features/conversations/web/Thread.tsx';
import type { Ticket } from '#features/tickets/tickets.contract.ts';
import { api, client } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { toastFailed } from '#web/ui/toast.tsx';
import styles from './TicketPage.module.css';

type Props = { ticket: Ticket; onClose: () => void };

export function TicketChat({ ticket, onClose }: Props) {
  const mayRead = usePermission('chats:read');
  const { conversationId } = ticket;
  return (
    <div className={styles.chat}>
      {conversationId && mayRead ? (
        <Thread key={conversationId} id={conversationId} onClose={onClose} />
      ) : (
        <NoChat ticket={ticket} />
      )}
    </div>
  );
}

function NoChat({ ticket }: { ticket: Ticket }) {
  const t = useTranslations('ticketPage');
  const queryClient = useQueryClient();
  const mayBegin = usePermission('chats:write');
  const seesAll = usePermission('chats:all');
  const begin = useMutation({
    mutationFn: () => client.conversations.open({ contactId: ticket.contact.id }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: api.tickets.key() }),
    onError: (error) => toastFailed(error),
  });
  return (
    <div className={styles.nothing}>
      <EmptyState
        icon={IconMessages}
        title={seesAll ? t('noChat') : t('hiddenChat')}
        text={seesAll ? t('noChatText') : undefined}
        action={
          mayBegin &&
          seesAll && (
            <Button variant="default" loading={begin.isPending} onClick={() => begin.mutate()}>
              {t('startChat')}
            </Button>
          )
        }
      />
    </div>
  );
}
