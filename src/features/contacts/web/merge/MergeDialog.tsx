// Makes one contact of two: find the other, choose whose values stay, see what moves, and confirm.
import { Select, Skeleton, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '#web/api.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { MergeForm } from './MergeForm.tsx';

type Props = {
  id: string;
  /** Set when it is known with whom. */
  otherId?: string;
  onClose: () => void;
  /** Called with the id of the one contact. */
  onMerged: (id: string) => void;
};

export function MergeDialog({ id, otherId, onClose, onMerged }: Props) {
  const t = useTranslations('contactMerge');
  const [chosen, setChosen] = useState<string | null>(null);
  const other = otherId ?? chosen;
  const contact = useQuery(api.contacts.get.queryOptions({ input: { id } }));
  return (
    <Dialog opened onClose={onClose} title={t('title')} size={680}>
      <Stack>
        <Text size="sm">{t('text')}</Text>
        {contact.error && <ErrorState error={contact.error} onRetry={() => void contact.refetch()} />}
        {contact.isPending && <Skeleton height={60} />}
        {contact.data && otherId === undefined && (
          <OtherContact id={id} name={contact.data.displayName} value={chosen} onChange={setChosen} />
        )}
        {other !== null && (
          <MergeForm key={other} id={id} otherId={other} onClose={onClose} onMerged={onMerged} />
        )}
      </Stack>
    </Dialog>
  );
}

type OtherProps = { id: string; name: string; value: string | null; onChange: (id: string | null) => void };

function OtherContact({ id, name, value, onChange }: OtherProps) {
  const t = useTranslations('contactMerge');
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null);
  const [search] = useDebouncedValue(typed.trim(), 200);
  // The chosen one's own label stands in the input: it is not searched for.
  const asked = chosen?.label === search ? '' : search;
  const found = useQuery({
    ...api.contacts.list.queryOptions({ input: { limit: 20, ...(asked ? { search: asked } : {}) } }),
    placeholderData: keepPreviousData,
  });
  const options = (found.data?.items ?? [])
    .filter((contact) => contact.id !== id)
    .map((contact) => ({
      value: contact.id,
      label: [contact.displayName, contact.phone === contact.displayName ? null : contact.phone]
        .filter(Boolean)
        .join(' · '),
    }));
  if (chosen && !options.some((option) => option.value === chosen.value)) options.push(chosen);
  return (
    <Select
      label={t('other', { name })}
      placeholder={t('otherHelp')}
      data-autofocus
      data={options}
      value={value}
      searchable
      clearable
      // The server has searched already.
      filter={({ options: all }) => all}
      searchValue={typed}
      onSearchChange={setTyped}
      nothingFoundMessage={t('nobody')}
      maxDropdownHeight={240}
      onChange={(next) => {
        setChosen(options.find((option) => option.value === next) ?? null);
        onChange(next);
      }}
    />
  );
}
