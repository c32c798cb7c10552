// The chat with the customer beside the ticket, or the way to begin one.
import { useTranslations } from 'use-intl';
import { NoThread } from '#features/conversations/web/NoThread.tsx';
import { Thread } from '#features/conversations/web/Thread.tsx';
import type { Ticket } from '#features/tickets/tickets.contract.ts';
import { api } from '#web/api.ts';
import { usePermission } from '#web/session.ts';

type Props = { ticket: Ticket; onClose: () => void };

export function TicketChat({ ticket: { conversationId, contact }, onClose }: Props) {
  const t = useTranslations('ticketPage');
  const mayRead = usePermission('chats:read');
  const mayBegin = usePermission('chats:write');
  const seesAll = usePermission('chats:all');
  if (conversationId && mayRead) return <Thread key={conversationId} id={conversationId} onClose={onClose} />;
  if (!seesAll) return <NoThread title={t('hiddenChat')} />;
  const begin = { contactId: contact.id, label: t('startChat'), asksAgain: api.tickets.key() };
  return <NoThread title={t('noChat')} text={t('noChatText')} begin={mayBegin ? begin : undefined} />;
}
