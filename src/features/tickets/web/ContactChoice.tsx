// Chooses one contact by name or number.
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '#web/api.ts';

type Props = { value: string | null; onChange: (id: string | null) => void; error?: string | undefined };

export function ContactChoice({ value, onChange, error }: Props) {
  const t = useTranslations('tickets.form');
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null);
  const [search] = useDebouncedValue(typed.trim(), 200);
  // The chosen one's own label stands in the input: it is not searched for.
  const asked = chosen?.label === search ? '' : search;
  const found = useQuery({
    ...api.contacts.list.queryOptions({ input: { limit: 20, ...(asked ? { search: asked } : {}) } }),
    placeholderData: keepPreviousData,
  });
  const options = (found.data?.items ?? []).map((contact) => ({
    value: contact.id,
    label: [contact.displayName, contact.phone === contact.displayName ? null : contact.phone]
      .filter(Boolean)
      .join(' · '),
  }));
  if (chosen && !options.some((option) => option.value === chosen.value)) options.push(chosen);
  return (
    <Select
      label={t('contact')}
      placeholder={t('contactHelp')}
      data={options}
      value={value}
      searchable
      clearable
      error={error}
      // The server has searched already.
      filter={({ options: all }) => all}
      searchValue={typed}
      onSearchChange={setTyped}
      nothingFoundMessage={t('nobodyFound')}
      maxDropdownHeight={260}
      onChange={(id) => {
        setChosen(options.find((option) => option.value === id) ?? null);
        onChange(id);
      }}
    />
  );
}
