// Chooses a category of tickets, and creates one that is missing while typing.
import { Select } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api, client } from '#web/api.ts';
import { toastFailed } from '#web/ui/toast.tsx';
import { useTicketChoices } from './use-ticket-choices.ts';

const NEW = 'new:';

type Props = {
  value: string | null;
  onChange: (id: string | null) => void;
  error?: string | undefined;
  disabled?: boolean;
};

export function CategoryChoice({ value, onChange, error, disabled = false }: Props) {
  const t = useTranslations('tickets.form');
  const queryClient = useQueryClient();
  const { categories } = useTicketChoices();
  const [typed, setTyped] = useState('');
  const name = typed.trim();
  const create = useMutation({
    mutationFn: (wanted: string) => client.ticketCategories.create({ name: wanted }),
    onSuccess: async ({ id }) => {
      await queryClient.invalidateQueries({ queryKey: api.ticketCategories.key() });
      onChange(id);
    },
    onError: (failure) => toastFailed(failure),
  });
  const isNew = name !== '' && !categories.some(({ label }) => label.toLowerCase() === name.toLowerCase());
  const options = isNew
    ? [...categories, { value: NEW + name, label: t('createCategory', { name }) }]
    : categories;
  return (
    <Select
      label={t('category')}
      placeholder={t('noCategory')}
      data={options}
      value={value}
      searchable
      clearable
      error={error}
      disabled={disabled || create.isPending}
      // The option to create one matches whatever is typed.
      filter={({ options: all, search }) =>
        all.filter(
          (option) =>
            'value' in option &&
            (String(option.value).startsWith(NEW) ||
              option.label.toLowerCase().includes(search.trim().toLowerCase())),
        )
      }
      searchValue={typed}
      onSearchChange={setTyped}
      maxDropdownHeight={260}
      onChange={(id) => (id?.startsWith(NEW) ? create.mutate(id.slice(NEW.length)) : onChange(id))}
    />
  );
}
