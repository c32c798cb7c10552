// What a ticket is: every field, saved as soon as it is changed.
import { Select, Textarea, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { Ticket } from '#features/tickets/tickets.contract.ts';
import { usePermission } from '#web/session.ts';
import { fieldError } from '#web/ui/form-failure.ts';
import { RelativeTime } from '#web/ui/RelativeTime.tsx';
import styles from '#web/ui/record/RecordSection.module.css';
import { RecordSection } from '#web/ui/record/RecordSection.tsx';
import { useTyped } from '#web/ui/record/use-typed.ts';
import { CategoryChoice } from './CategoryChoice.tsx';
import { useTicketChange } from './use-ticket-change.ts';
import { useTicketChoices } from './use-ticket-choices.ts';

export function TicketDetails({ ticket }: { ticket: Ticket }) {
  const t = useTranslations('tickets.form');
  const record = useTranslations('ui.record');
  const disabled = !usePermission('tickets:write');
  const choices = useTicketChoices();
  const change = useTicketChange(ticket.id);
  const save = change.mutate;
  const fault = (path: string) => fieldError(change.error, path);
  const title = useTyped(ticket.title, (text) => save({ title: text }), { isRequired: true });
  const description = useTyped(ticket.description, (text) => save({ description: text }));
  const reference = useTyped(ticket.reference, (text) => save({ reference: text }), { isRequired: true });
  const { owner } = ticket;
  // A former member may still be named.
  const members =
    owner && !choices.members.some(({ value }) => value === owner.userId)
      ? [...choices.members, { value: owner.userId, label: owner.name }]
      : choices.members;
  return (
    <RecordSection label={record('details')}>
      <div className={styles.facts}>
        <About ticket={ticket} />
        <TextInput label={t('title')} maxLength={256} disabled={disabled} error={fault('title')} {...title} />
        <div className={styles.pair}>
          <Select
            label={t('status')}
            data={choices.statuses}
            value={ticket.status.code}
            allowDeselect={false}
            disabled={disabled}
            error={fault('status')}
            onChange={(status) => status && save({ status })}
          />
          <Select
            label={t('priority')}
            data={choices.priorities}
            value={ticket.priority}
            allowDeselect={false}
            disabled={disabled}
            onChange={(priority) => priority && save({ priority })}
          />
          <Select
            label={t('owner')}
            placeholder={t('noOwner')}
            data={members}
            value={owner?.userId ?? null}
            searchable
            clearable
            disabled={disabled}
            error={fault('ownerId')}
            onChange={(ownerId) => save({ ownerId })}
          />
          <CategoryChoice
            value={ticket.category?.id ?? null}
            disabled={disabled}
            error={fault('categoryId')}
            onChange={(categoryId) => save({ categoryId })}
          />
        </div>
        <Textarea
          label={t('description')}
          autosize
          minRows={2}
          maxRows={10}
          maxLength={1024}
          disabled={disabled}
          error={fault('description')}
          {...description}
        />
        <TextInput
          label={t('reference')}
          maxLength={256}
          disabled={disabled}
          error={fault('reference')}
          classNames={{ input: 'figures' }}
          {...reference}
        />
      </div>
    </RecordSection>
  );
}

function About({ ticket }: { ticket: Ticket }) {
  const t = useTranslations('ticketPage');
  const { contact, createdAt, closedAt, openedBy } = ticket;
  return (
    <p className={styles.about}>
      <Link to="/contacts" search={{ open: contact.id }}>
        {contact.name}
      </Link>
      {contact.phone && contact.phone !== contact.name && <span className="figures">{contact.phone}</span>}
      <span>{t.rich('opened', { when: () => <RelativeTime at={createdAt} />, name: openedBy.name })}</span>
      {closedAt && <span>{t.rich('closed', { when: () => <RelativeTime at={closedAt} /> })}</span>}
    </p>
  );
}
