// One ticket: what it is and what happened to it on one side, the chat with the customer on the other.
import { Menu } from '@mantine/core';
import { IconCopy, IconTrash } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Ticket } from '#features/tickets/tickets.contract.ts';
import { api, client } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { confirm } from '#web/ui/confirm.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { RecordLines, RecordPage, type RecordSide } from '#web/ui/record/RecordPage.tsx';
import { toastDone, toastFailed } from '#web/ui/toast.tsx';
import { TicketChat } from './TicketChat.tsx';
import { TicketDetails } from './TicketDetails.tsx';
import { StatusMark } from './TicketMarks.tsx';
import { TicketTimeline } from './TicketTimeline.tsx';

export function TicketPage() {
  const t = useTranslations('tickets');
  const words = useTranslations('ticketPage');
  const { id } = useParams({ strict: false }) as { id: string };
  const ticket = useQuery(api.tickets.get.queryOptions({ input: { key: id } }));
  const back = { to: '/tickets', label: words('back') };
  if (ticket.data) return <Loaded key={ticket.data.id} ticket={ticket.data} back={back} />;
  return (
    <>
      <PageHeader title={t('title')} back={back} />
      {ticket.error ? (
        <ErrorState error={ticket.error} onRetry={() => void ticket.refetch()} />
      ) : (
        <RecordLines />
      )}
    </>
  );
}

function Loaded({ ticket, back }: { ticket: Ticket; back: { to: string; label: string } }) {
  const [side, setSide] = useState<RecordSide>('details');
  return (
    <RecordPage
      title={ticket.title}
      back={back}
      badge={<StatusMark status={ticket.status} />}
      menu={<Actions ticket={ticket} />}
      side={side}
      onSide={setSide}
      details={
        <>
          <TicketDetails ticket={ticket} />
          <TicketTimeline ticketId={ticket.id} />
        </>
      }
      chat={<TicketChat ticket={ticket} onClose={() => setSide('details')} />}
    />
  );
}

function Actions({ ticket: { id, reference } }: { ticket: Ticket }) {
  const t = useTranslations('ticketPage');
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const mayDelete = usePermission('tickets:configure');
  const copy = async () => {
    await navigator.clipboard.writeText(reference);
    toastDone(t('copied'));
  };
  const remove = async () => {
    const yes = await confirm({
      title: t('deleteTitle', { reference }),
      text: t('deleteText'),
      confirm: t('delete'),
      danger: true,
    });
    if (!yes) return;
    try {
      await client.tickets.delete({ key: id });
      toastDone(t('deleted'));
      await navigate({ to: '/tickets' });
      await queryClient.invalidateQueries({ queryKey: api.tickets.key() });
    } catch (error) {
      toastFailed(error);
    }
  };
  return (
    <>
      <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => void copy()}>
        {t('copy')}
      </Menu.Item>
      {mayDelete && (
        <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={() => void remove()}>
          {t('delete')}
        </Menu.Item>
      )}
    </>
  );
}
