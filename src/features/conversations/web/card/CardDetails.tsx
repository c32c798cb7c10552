// Who the contact is: names, ways to reach them, fields and notes, each changed in its place.
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Contact } from '#features/contacts/contacts.contract.ts';
import { asSent, asTyped } from '#features/contacts/web/ContactFields.tsx';
import type { Field } from '#features/fields/fields.contract.ts';
import { api } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import styles from './card.module.css';
import { InPlace } from './InPlace.tsx';

const TYPES = { text: 'text', number: 'text', date: 'date', datetime: 'datetime-local' } as const;

export function CardDetails({ contact }: { contact: Contact }) {
  const t = useTranslations('contacts.form');
  const disabled = !usePermission('contacts:write');
  const fields = useQuery(api.fields.list.queryOptions({ input: undefined }));
  const shown = fields.data?.items.filter((field) => field.shown) ?? [];
  const plain = (name: 'firstName' | 'lastName' | 'phone' | 'email' | 'language' | 'notes') => ({
    contact,
    name,
    label: t(name),
    value: contact[name] ?? '',
    disabled,
    patch: (typed: string) => ({ [name]: typed }),
  });
  return (
    <div className={styles.facts}>
      <InPlace {...plain('firstName')} maxLength={100} />
      <InPlace {...plain('lastName')} maxLength={100} />
      <InPlace {...plain('phone')} type="tel" maxLength={40} />
      <InPlace {...plain('email')} type="email" maxLength={254} />
      <InPlace {...plain('language')} maxLength={8} />
      {shown.map((field) => (
        <CustomField key={field.id} contact={contact} field={field} disabled={disabled} />
      ))}
      <InPlace {...plain('notes')} multiline maxLength={10_000} />
    </div>
  );
}

function CustomField({ contact, field, disabled }: { contact: Contact; field: Field; disabled: boolean }) {
  const t = useTranslations('contacts.form');
  const shared = {
    contact,
    name: `fields.${field.code}`,
    label: field.label,
    value: asTyped(field, contact.fields[field.code]),
    disabled,
    patch: (typed: string) => ({ fields: { [field.code]: asSent(field, typed) } }),
  };
  if (field.type === 'boolean')
    return (
      <InPlace
        {...shared}
        options={[
          { value: 'true', label: t('yes') },
          { value: 'false', label: t('no') },
        ]}
      />
    );
  return (
    <InPlace
      {...shared}
      type={TYPES[field.type]}
      {...(field.type === 'number' ? { inputMode: 'decimal' as const } : {})}
    />
  );
}
