// The inputs of a contact: names, ways to reach them, notes and custom fields.
import { Select, Textarea, TextInput } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { Field, FieldValue } from '#features/fields/fields.contract.ts';
import { fieldError } from '#web/ui/form-failure.ts';
import styles from './Contacts.module.css';

export type ContactDraft = {
  phone: string;
  firstName: string;
  lastName: string;
  email: string;
  language: string;
  notes: string;
  /** As they are typed; empty means no value. */
  fields: Record<string, string>;
};

export const emptyDraft: ContactDraft = {
  phone: '',
  firstName: '',
  lastName: '',
  email: '',
  language: '',
  notes: '',
  fields: {},
};

type Props = {
  draft: ContactDraft;
  onChange: (draft: ContactDraft) => void;
  /** What the server refused. */
  error: unknown;
  disabled?: boolean;
};

export function ContactInputs({ draft, onChange, error, disabled }: Props) {
  const t = useTranslations('contacts.form');
  const input = (name: Exclude<keyof ContactDraft, 'fields'>) => ({
    label: t(name),
    value: draft[name],
    error: fieldError(error, name),
    disabled: disabled ?? false,
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...draft, [name]: event.currentTarget.value }),
  });
  return (
    <>
      <div className={styles.pair}>
        <TextInput {...input('firstName')} maxLength={100} />
        <TextInput {...input('lastName')} maxLength={100} />
      </div>
      <TextInput
        {...input('phone')}
        description={t('phoneHelp')}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        type="tel"
        maxLength={40}
      />
      <div className={styles.pair}>
        <TextInput {...input('email')} type="email" maxLength={254} />
        <TextInput {...input('language')} placeholder="it" maxLength={8} />
      </div>
      <Textarea {...input('notes')} autosize minRows={2} maxRows={8} />
    </>
  );
}

export function CustomInputs({
  fields,
  draft,
  onChange,
  error,
  disabled,
}: Props & { fields: readonly Field[] }) {
  const t = useTranslations('contacts.form');
  return (
    <div className={styles.pair}>
      {fields.map((field) => {
        const shared = {
          label: field.label,
          placeholder: field.example,
          value: draft.fields[field.code] ?? '',
          error: fieldError(error, `fields.${field.code}`),
          disabled: disabled ?? false,
        };
        const set = (value: string) =>
          onChange({ ...draft, fields: { ...draft.fields, [field.code]: value } });
        if (field.type === 'boolean')
          return (
            <Select
              key={field.id}
              {...shared}
              value={shared.value || null}
              clearable
              data={[
                { value: 'true', label: t('yes') },
                { value: 'false', label: t('no') },
              ]}
              onChange={(value) => set(value ?? '')}
            />
          );
        const type = { date: 'date', datetime: 'datetime-local', number: 'text', text: 'text' }[field.type];
        return (
          <TextInput
            key={field.id}
            {...shared}
            type={type}
            inputMode={field.type === 'number' ? 'decimal' : undefined}
            onChange={(event) => set(event.currentTarget.value)}
          />
        );
      })}
    </div>
  );
}

/** A kept value as its input shows it. */
export function asTyped(field: Field, value: FieldValue | undefined): string {
  if (value === undefined) return '';
  if (field.type !== 'datetime' || typeof value !== 'string') return String(value);
  const local = new Date(value);
  local.setMinutes(local.getMinutes() - local.getTimezoneOffset());
  return local.toISOString().slice(0, 16);
}

/** What was typed as the server takes it: date-times are the person's own until here. */
export function asSent(field: Field, typed: string): FieldValue | null {
  if (typed === '') return null;
  return field.type === 'datetime' ? new Date(typed).toISOString() : typed;
}
