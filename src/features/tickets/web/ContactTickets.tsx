// A contact's open tickets, for their card in the inbox and their panel, with the way to open another.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import styles from '#web/ui/ContactRecords.module.css';
import { ContactRecords } from '#web/ui/ContactRecords.tsx';
import { NewTicketDialog } from './NewTicketDialog.tsx';
import { StatusMark } from './TicketMarks.tsx';

/** `conversationId`: the chat beside which it stands, which a new ticket is then about. */
type Props = { contactId: string; conversationId?: string };

const SHOWN = 5;

/** Draws nothing for those who may not see tickets. */
export function ContactTickets({ contactId, conversationId }: Props) {
  const t = useTranslations('tickets');
  const mayRead = usePermission('tickets:read');
  const mayWrite = usePermission('tickets:write');
  const [creating, setCreating] = useState(false);
  const input = { contactId, macroState: 'in_progress' as const, limit: SHOWN };
  const tickets = useQuery({ ...api.tickets.list.queryOptions({ input }), enabled: mayRead });
  if (!mayRead) return null;
  const items = tickets.data?.items ?? [];
  return (
    <ContactRecords
      title={t('ofContact.title')}
      all={
        <Link to="/tickets" search={{ contact: contactId }} className={styles.all}>
          {t('ofContact.all')}
        </Link>
      }
      create={mayWrite ? { label: t('new'), onClick: () => setCreating(true) } : undefined}
    >
      {tickets.data && items.length === 0 && <p className={styles.none}>{t('ofContact.none')}</p>}
      <ul className={styles.rows}>
        {items.map((ticket) => (
          <li key={ticket.id}>
            <Link to="/tickets/$id" params={{ id: ticket.id }} className={styles.row}>
              <span className={styles.name}>{ticket.title}</span>
              <StatusMark status={ticket.status} />
              <span className={`${styles.detail} figures`}>{ticket.reference}</span>
            </Link>
          </li>
        ))}
      </ul>
      {creating && (
        <NewTicketDialog
          contactId={contactId}
          {...(conversationId ? { conversationId } : {})}
          onClose={() => setCreating(false)}
        />
      )}
    </ContactRecords>
  );
}
