// Chooses one contact by name or number, or a number that nobody has yet.
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '#web/api.ts';
import { usePermission } from '#web/session.ts';

/** A contact's id, or a number of which a contact is to be made. */
export type ChosenContact = { contactId: string } | { contactPhone: string };
type Props = { onChange: (chosen: ChosenContact | null) => void; error?: string | undefined };

const NEW = 'new:';
const looksLikePhone = (text: string) => /^\+?[\d\s().\-/]{6,40}$/.test(text);

export function ContactChoice({ onChange, error }: Props) {
  const t = useTranslations('tickets.form');
  const mayMake = usePermission('contacts:write');
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
  if (mayMake && found.data?.items.length === 0 && looksLikePhone(asked))
    options.push({ value: `${NEW}${asked}`, label: t('newContact', { phone: asked }) });
  if (chosen && !options.some((option) => option.value === chosen.value)) options.push(chosen);
  return (
    <Select
      label={t('contact')}
      placeholder={t('contactHelp')}
      data={options}
      value={chosen?.value ?? null}
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
        if (id === null) onChange(null);
        else onChange(id.startsWith(NEW) ? { contactPhone: id.slice(NEW.length) } : { contactId: id });
      }}
    />
  );
}
