// One ticket: what it is and what happened to it on one side, the chat with the customer on the other.
import { Menu, SegmentedControl, Skeleton, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
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
import { toastDone, toastFailed } from '#web/ui/toast.tsx';
import { TicketChat } from './TicketChat.tsx';
import { TicketDetails } from './TicketDetails.tsx';
import { StatusMark } from './TicketMarks.tsx';
import styles from './TicketPage.module.css';
import { TicketTimeline } from './TicketTimeline.tsx';

/** Side by side needs room. */
const narrow = '(max-width: 67.99em)';

export function TicketPage() {
  const t = useTranslations('tickets');
  const words = useTranslations('ticketPage');
  const { id } = useParams({ strict: false }) as { id: string };
  const ticket = useQuery(api.tickets.get.queryOptions({ input: { key: id } }));
  const back = { to: '/tickets', label: words('back') };
  if (ticket.error)
    return (
      <>
        <PageHeader title={t('title')} back={back} />
        <ErrorState error={ticket.error} onRetry={() => void ticket.refetch()} />
      </>
    );
  if (!ticket.data)
    return (
      <>
        <PageHeader title={t('title')} back={back} />
        <Stack p="lg" gap="sm" maw={480}>
          {[0, 1, 2, 3].map((line) => (
            <Skeleton key={line} height={36} />
          ))}
        </Stack>
      </>
    );
  return <Loaded key={ticket.data.id} ticket={ticket.data} back={back} />;
}

function Loaded({ ticket, back }: { ticket: Ticket; back: { to: string; label: string } }) {
  const t = useTranslations('ticketPage');
  const isNarrow = useMediaQuery(narrow, window.matchMedia(narrow).matches);
  const [side, setSide] = useState<'details' | 'chat'>('details');
  const details = (
    <div className={styles.details}>
      <TicketDetails ticket={ticket} />
      <TicketTimeline ticketId={ticket.id} />
    </div>
  );
  const chat = <TicketChat ticket={ticket} onClose={() => setSide('details')} />;
  return (
    <>
      <PageHeader
        title={ticket.title}
        back={back}
        badge={<StatusMark status={ticket.status} />}
        menu={<Actions ticket={ticket} />}
      />
      {isNarrow && (
        <div className={styles.sides}>
          <SegmentedControl
            fullWidth
            aria-label={ticket.title}
            value={side}
            onChange={(value) => setSide(value as typeof side)}
            data={[
              { value: 'details', label: t('details') },
              { value: 'chat', label: t('chat') },
            ]}
          />
        </div>
      )}
      <div className={styles.page}>
        {(!isNarrow || side === 'details') && details}
        {(!isNarrow || side === 'chat') && chat}
      </div>
    </>
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
