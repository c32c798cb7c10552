// One fact of a contact that is changed where it stands: Enter or leaving it saves, Escape takes it back.
import { Select, Textarea, TextInput } from '@mantine/core';
import { type KeyboardEvent, useId, useState } from 'react';
import type { Contact } from '#features/contacts/contacts.contract.ts';
import { toApiFailure } from '#web/api-failure.ts';
import { fieldError } from '#web/ui/form-failure.ts';
import styles from './card.module.css';
import { type ContactPatch, useContactChange } from './use-contact-change.ts';

type Props = {
  contact: Contact;
  /** Path by which the server names it in a refusal. */
  name: string;
  label: string;
  /** As it is typed; empty: nothing is known. */
  value: string;
  /** The change that saves what was typed. */
  patch: (typed: string) => ContactPatch;
  type?: 'text' | 'tel' | 'email' | 'date' | 'datetime-local';
  inputMode?: 'decimal';
  /** A choice among these instead of a text. */
  options?: { value: string; label: string }[];
  multiline?: boolean;
  placeholder?: string;
  maxLength?: number;
  disabled?: boolean;
};

export function InPlace(props: Props) {
  const { contact, name, label, value, patch, options, multiline, disabled } = props;
  const id = useId();
  const change = useContactChange(contact);
  const [typed, setTyped] = useState<string | null>(null);
  const save = (next: string | null) => {
    if (next === null || (next === value && !change.isError)) return setTyped(null);
    change.mutate(patch(next), { onSuccess: () => setTyped(null) });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    if (event.key === 'Escape' && typed !== null) {
      // Only what was typed goes, not the card.
      event.preventDefault();
      event.stopPropagation();
      setTyped(null);
      change.reset();
    } else if (event.key === 'Enter' && (!multiline || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.currentTarget.blur();
    }
  };
  const shared = {
    id,
    variant: 'unstyled',
    value: typed ?? value,
    disabled: disabled ?? false,
    placeholder: props.placeholder ?? '—',
    error: change.error ? (fieldError(change.error, name) ?? toApiFailure(change.error).message) : undefined,
    classNames: { root: styles.value, input: styles.input, error: styles.error },
  };
  const written = {
    maxLength: props.maxLength,
    onChange: (event: { currentTarget: { value: string } }) => setTyped(event.currentTarget.value),
    onBlur: () => save(typed),
    onKeyDown,
  };
  return (
    <div className={styles.fact} data-tall={multiline || undefined}>
      <label htmlFor={id} title={label}>
        {label}
      </label>
      {options ? (
        <Select
          {...shared}
          value={value || null}
          data={options}
          clearable={!shared.disabled}
          comboboxProps={{ shadow: 'md' }}
          onChange={(next) => save(next ?? '')}
        />
      ) : multiline ? (
        <Textarea {...shared} {...written} autosize minRows={1} maxRows={10} />
      ) : (
        <TextInput {...shared} {...written} type={props.type ?? 'text'} inputMode={props.inputMode} />
      )}
    </div>
  );
}
