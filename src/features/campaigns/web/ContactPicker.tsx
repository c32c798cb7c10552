// Picks contacts by hand: found by name or number, shown by name.
import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '#web/api.ts';

/** Names of picked contacts are asked for one by one: a hand picks dozens, not thousands. */
const MOST_NAMED = 100;

export function ContactPicker({ ids, onChange }: { ids: string[]; onChange: (ids: string[]) => void }) {
  const t = useTranslations('campaignEditor');
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, 250);
  const found = useQuery({
    ...api.contacts.list.queryOptions({ input: { search, limit: 20 } }),
    enabled: search.trim() !== '',
  });
  const picked = useQueries({
    queries: ids.slice(0, MOST_NAMED).map((id) => api.contacts.get.queryOptions({ input: { id } })),
  });
  const labels = new Map<string, string>(ids.map((id) => [id, '…']));
  for (const contact of [...picked.flatMap(({ data }) => data ?? []), ...(found.data?.items ?? [])])
    labels.set(contact.id, [contact.displayName, contact.phone].filter(Boolean).join(' · '));
  return (
    <MultiSelect
      label={t('contacts')}
      placeholder={ids.length === 0 ? t('chooseContacts') : ''}
      data={[...labels].map(([value, label]) => ({ value, label }))}
      value={ids}
      searchable
      clearable
      // The server has searched already.
      filter={({ options }) => options}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={onChange}
    />
  );
}
