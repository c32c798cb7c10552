// The columns of the contacts table, custom fields among them.
import { Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { Contact } from '#features/contacts/contacts.contract.ts';
import type { Field, FieldValue } from '#features/fields/fields.contract.ts';
import type { Named } from '#features/tags/tags.contract.ts';
import { api } from '#web/api.ts';
import { PersonAvatar } from '#web/ui/PersonAvatar.tsx';
import { RelativeTime } from '#web/ui/RelativeTime.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import type { Column } from '#web/ui/table/columns.ts';
import { ConsentBadge } from './ConsentBadge.tsx';
import styles from './Contacts.module.css';

const SOURCES = ['manual', 'import', 'whatsapp', 'api', 'demo', 'automation', 'system'] as const;

export function useContactColumns(): Column<Contact>[] {
  const t = useTranslations('contacts');
  const textOf = useFieldText();
  const fields = useQuery(api.fields.list.queryOptions({ input: undefined }));
  const sourceOf = useSourceName();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('column.name'),
        fixed: true,
        sortable: true,
        minWidth: 200,
        cell: (row) => (
          <span className={styles.person}>
            <PersonAvatar name={row.displayName} size={24} />
            <span className={styles.name}>{row.displayName}</span>
          </span>
        ),
      },
      {
        id: 'phone',
        header: t('column.phone'),
        width: 160,
        cell: (row) => <span className="figures">{row.phone ?? <Quiet>{t('hidden')}</Quiet>}</span>,
      },
      { id: 'email', header: t('column.email'), minWidth: 160, cell: (row) => row.email },
      {
        id: 'consent',
        header: t('column.consent'),
        width: 150,
        cell: (row) => <ContactState contact={row} />,
      },
      { id: 'tags', header: t('column.tags'), minWidth: 160, cell: (row) => <Names all={row.tags} /> },
      {
        id: 'lists',
        header: t('column.lists'),
        minWidth: 140,
        optional: true,
        cell: (row) => <Names all={row.lists} />,
      },
      {
        id: 'language',
        header: t('column.language'),
        width: 90,
        optional: true,
        cell: (row) => row.language,
      },
      {
        id: 'source',
        header: t('column.source'),
        width: 120,
        optional: true,
        cell: (row) => sourceOf(row.source),
      },
      {
        id: 'inbound',
        header: t('column.lastInbound'),
        width: 130,
        optional: true,
        cell: (row) => row.lastInboundAt && <RelativeTime at={row.lastInboundAt} />,
      },
      ...(fields.data?.items ?? [])
        .filter((field) => field.shown)
        .map(
          (field): Column<Contact> => ({
            id: `field-${field.code}`,
            header: field.label,
            width: 140,
            optional: true,
            cell: (row) => textOf(field, row.fields[field.code]),
          }),
        ),
      {
        id: 'created',
        header: t('column.created'),
        width: 120,
        sortable: true,
        cell: (row) => <RelativeTime at={row.createdAt} />,
      },
    ],
    [t, fields.data, textOf, sourceOf],
  );
}

/** Blocked and unreachable weigh more than consent. */
export function ContactState({ contact }: { contact: Contact }) {
  const t = useTranslations('contacts');
  if (contact.blockedAt) return <StatusBadge tone="bad">{t('blocked')}</StatusBadge>;
  if (contact.unreachableAt) return <StatusBadge tone="attention">{t('unreachable')}</StatusBadge>;
  return <ConsentBadge consent={contact.consent} />;
}

/** A custom field's value in the person's way of writing. */
export function useFieldText(): (field: Field, value: FieldValue | undefined) => string {
  const t = useTranslations('contacts.form');
  const format = useFormatter();
  return useMemo(
    () => (field, value) => {
      if (value === undefined) return '';
      if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
      if (typeof value === 'number') return format.number(value, { maximumFractionDigits: 6 });
      if (field.type === 'date')
        return format.dateTime(new Date(`${value}T00:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' });
      if (field.type === 'datetime')
        return format.dateTime(new Date(value), { dateStyle: 'medium', timeStyle: 'short' });
      return value;
    },
    [t, format],
  );
}

export function useSourceName(): (source: string) => string {
  const t = useTranslations('contacts.source');
  return useMemo(
    () => (source) => {
      const known = SOURCES.find((each) => each === source);
      return known ? t(known) : source;
    },
    [t],
  );
}

function Names({ all }: { all: readonly Named[] }) {
  return (
    <Group gap={4} wrap="nowrap" className={styles.names}>
      {all.slice(0, 3).map((each) => (
        <StatusBadge key={each.id} tone="neutral">
          {each.name}
        </StatusBadge>
      ))}
      {all.length > 3 && <Quiet>+{all.length - 3}</Quiet>}
    </Group>
  );
}

function Quiet({ children }: { children: ReactNode }) {
  return <span className={styles.quiet}>{children}</span>;
}
