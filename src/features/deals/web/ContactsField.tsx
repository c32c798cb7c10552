// Chooses the contacts of a deal by name or number; the first one is whom it is shown with.
import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '#web/api.ts';

export type ChosenContact = { id: string; name: string };
type Props = {
  value: readonly ChosenContact[];
  onChange: (contacts: ChosenContact[]) => void;
  error?: string | undefined;
  autoFocus?: boolean;
};

export function ContactsField({ value, onChange, error, autoFocus }: Props) {
  const t = useTranslations('deals.form');
  const [typed, setTyped] = useState('');
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
  return (
    <MultiSelect
      label={t('contacts')}
      placeholder={value.length === 0 ? t('contactsHelp') : ''}
      data={[...options, ...unseen]}
      value={value.map(({ id }) => id)}
      searchable
      hidePickedOptions
      maxValues={50}
      maxDropdownHeight={260}
      error={error}
      {...(autoFocus ? { 'data-autofocus': true } : {})}
      // The server has searched already.
      filter={({ options: all }) =>
        all.filter((option) => 'value' in option && !unseen.some((one) => one.value === option.value))
      }
      searchValue={typed}
      onSearchChange={setTyped}
      nothingFoundMessage={t('nobodyFound')}
      onChange={(ids) => {
        setTyped('');
        onChange(ids.map((id) => known.get(id) ?? { id, name: '' }));
      }}
    />
  );
}
