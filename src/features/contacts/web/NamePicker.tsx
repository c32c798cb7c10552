// Chooses tags or lists by name, and creates one that is missing while typing.
import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Named } from '#features/tags/tags.contract.ts';
import { api, client } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { toastFailed } from '#web/ui/toast.tsx';

type Props = {
  kind: 'tags' | 'lists';
  label: string;
  hideLabel?: boolean;
  value: readonly Named[];
  onChange: (value: Named[]) => void;
  /** Only what exists may be chosen. */
  existing?: boolean;
  disabled?: boolean;
};

const NEW = 'new:';

export function NamePicker({ kind, label, hideLabel, value, onChange, existing, disabled }: Props) {
  const t = useTranslations('contacts.picker');
  const [search, setSearch] = useState('');
  const [opened, setOpened] = useState(false);
  const [asked] = useDebouncedValue(search.trim(), 200);
  const mayCreate = usePermission('contacts:write') && !existing;
  const queryClient = useQueryClient();
  const input = { limit: 100, ...(asked ? { search: asked } : {}) };
  const tags = useQuery({
    ...api.tags.list.queryOptions({ input }),
    enabled: kind === 'tags',
    placeholderData: keepPreviousData,
  });
  const lists = useQuery({
    ...api.lists.list.queryOptions({ input }),
    enabled: kind === 'lists',
    placeholderData: keepPreviousData,
  });
  const found: readonly Named[] = (kind === 'tags' ? tags : lists).data?.items ?? [];
  const create = useMutation({
    mutationFn: (name: string): Promise<Named> =>
      kind === 'tags' ? client.tags.create({ name }) : client.lists.create({ name }),
    onSuccess: async (made) => {
      onChange([...value, { id: made.id, name: made.name }]);
      setSearch('');
      await queryClient.invalidateQueries({ queryKey: kind === 'tags' ? api.tags.key() : api.lists.key() });
    },
    onError: (error) => toastFailed(error),
  });
  const known = new Map([...found, ...value].map((each) => [each.id, each]));
  const typed = search.trim();
  const isNew =
    typed !== '' && ![...known.values()].some((each) => each.name.toLowerCase() === typed.toLowerCase());
  const options = [...known.values()].map((each) => ({ value: each.id, label: each.name }));
  if (mayCreate && isNew) options.push({ value: NEW + typed, label: t('create', { name: typed }) });

  return (
    <MultiSelect
      label={hideLabel ? undefined : label}
      aria-label={label}
      placeholder={value.length === 0 ? t('search') : undefined}
      data={options}
      value={value.map((each) => each.id)}
      searchable
      searchValue={search}
      onSearchChange={setSearch}
      dropdownOpened={opened}
      onDropdownOpen={() => setOpened(true)}
      onDropdownClose={() => setOpened(false)}
      // The option to create one matches whatever is typed.
      filter={({ options: all, search: words }) =>
        all.filter(
          (option) =>
            'value' in option &&
            (option.value.startsWith(NEW) || option.label.toLowerCase().includes(words.trim().toLowerCase())),
        )
      }
      nothingFoundMessage={t('nothing')}
      disabled={(disabled ?? false) || create.isPending}
      hidePickedOptions
      maxDropdownHeight={260}
      comboboxProps={{ shadow: 'md' }}
      onChange={(ids) => {
        // Left open, the list would cover what comes next: the button of a dialog.
        setOpened(false);
        const fresh = ids.find((id) => id.startsWith(NEW));
        if (fresh) create.mutate(fresh.slice(NEW.length));
        else onChange(ids.map((id) => known.get(id)).filter((each) => each !== undefined));
      }}
    />
  );
}
