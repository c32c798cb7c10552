// Chooses the contacts of a deal by name or number, or makes one; the first is whom the deal is shown with.
import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { NewContactDialog } from '#features/contacts/web/NewContactDialog.tsx';
import { api, client } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { toastFailed } from '#web/ui/toast.tsx';

export type ChosenContact = { id: string; name: string };
type Props = {
  value: readonly ChosenContact[];
  onChange: (contacts: ChosenContact[]) => void;
  error?: string | undefined;
  /** There must be one. */
  isDemanded?: boolean;
  /** Gets the keyboard: with the form around it, or by itself at once. */
  focus?: 'with-form' | 'now';
};

/** Stands among the ids that can be chosen. */
const NEW = 'new';

export function ContactsField({ value, onChange, error, isDemanded = false, focus }: Props) {
  const t = useTranslations('deals.form');
  const mayMake = usePermission('contacts:write');
  const [typed, setTyped] = useState('');
  /** What was typed when somebody new was asked for. */
  const [making, setMaking] = useState<string | null>(null);
  const [search] = useDebouncedValue(typed.trim(), 200);
  const found = useQuery({
    ...api.contacts.list.queryOptions({ input: { limit: 20, ...(search ? { search } : {}) } }),
    placeholderData: keepPreviousData,
  });
  const contacts = found.data?.items ?? [];
  const known = new Map([
    ...value.map((contact) => [contact.id, contact] as const),
    ...contacts.map(({ id, displayName }) => [id, { id, name: displayName }] as const),
  ]);
  const options = contacts.map(({ id, displayName, phone }) => ({
    value: id,
    label: phone && phone !== displayName ? `${displayName} · ${phone}` : displayName,
  }));
  const unseen = value
    .filter(({ id }) => !contacts.some((contact) => contact.id === id))
    .map(({ id, name }) => ({ value: id, label: name }));
  const add = async (id: string) => {
    try {
      const { displayName } = await client.contacts.get({ id });
      if (!value.some((one) => one.id === id)) onChange([...value, { id, name: displayName }]);
    } catch (failure) {
      toastFailed(failure);
    }
  };
  return (
    <>
      <MultiSelect
        label={t('contacts')}
        withAsterisk={isDemanded}
        aria-required={isDemanded}
        placeholder={value.length === 0 ? t('contactsHelp') : ''}
        data={[...options, ...unseen, ...(mayMake ? [{ value: NEW, label: t('newContact') }] : [])]}
        value={value.map(({ id }) => id)}
        searchable
        hidePickedOptions
        maxValues={50}
        maxDropdownHeight={260}
        error={error}
        {...(focus === 'with-form' ? { 'data-autofocus': true } : {})}
        autoFocus={focus === 'now'}
        // A form that is still sliding in is no place for a list; it would also cover what is wrong.
        openOnFocus={focus !== 'with-form' && error === undefined}
        // The server has searched already.
        filter={({ options: all }) =>
          all.filter((option) => 'value' in option && !unseen.some((one) => one.value === option.value))
        }
        searchValue={typed}
        onSearchChange={setTyped}
        nothingFoundMessage={t('nobodyFound')}
        onChange={(ids) => {
          setTyped('');
          if (ids.includes(NEW)) setMaking(typed.trim());
          else onChange(ids.map((id) => known.get(id) ?? { id, name: '' }));
        }}
      />
      {making !== null && (
        <NewContactDialog
          opened
          start={making}
          onClose={() => setMaking(null)}
          onMade={(id) => void add(id)}
        />
      )}
    </>
  );
}
