// The filters of the inbox behind one button: tags, lists, people, numbers, consent, time left to answer.
import { Button, MultiSelect, Popover, Stack } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { CONSENTS } from '#features/contacts/contact-filter.contract.ts';
import { WINDOW_STATES } from '#features/conversations/inbox-filter.contract.ts';
import { api } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { countFilters, type FILTER_KEYS, type InboxSearch, type SetInboxSearch } from './inbox-search.ts';

type Props = { search: InboxSearch; setSearch: SetInboxSearch };
type Choice = { value: string; label: string };
const MOST_NAMES = { limit: 200 };

export function InboxFilters({ search, setSearch }: Props) {
  const t = useTranslations('inboxList.filter');
  const consents = useTranslations('contacts.consent');
  const [opened, setOpened] = useState(false);
  const count = countFilters(search);
  const choices = useChoices(opened, t('nobody'));
  const none = {
    tag: null,
    list: null,
    assignee: null,
    number: null,
    consent: null,
    window: null,
    view: null,
  };
  const select = (key: (typeof FILTER_KEYS)[number], data: Choice[]) =>
    data.length > 0 && (
      <MultiSelect
        label={t(key)}
        data={withGone(data, search[key] ?? [], t('gone'))}
        value={search[key] ?? []}
        onChange={(chosen) => setSearch({ [key]: chosen })}
        searchable
        clearable
        hidePickedOptions
        comboboxProps={{ withinPortal: false }}
        maxDropdownHeight={220}
      />
    );
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={300} trapFocus shadow="md">
      <Popover.Target>
        <Button
          size="xs"
          h={32}
          px={10}
          variant={count > 0 ? 'light' : 'default'}
          leftSection={<IconFilter size={15} />}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          {count > 0 ? t('buttonCount', { count }) : t('button')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          {select('tag', choices.tags)}
          {select('list', choices.lists)}
          {select('assignee', choices.people)}
          {choices.numbers.length > 1 && select('number', choices.numbers)}
          {select(
            'window',
            WINDOW_STATES.map((value) => ({ value, label: t(`windows.${value}`) })),
          )}
          {select(
            'consent',
            CONSENTS.map((value) => ({ value, label: consents(value) })),
          )}
          {count > 0 && (
            <Button variant="subtle" color="gray" size="xs" onClick={() => setSearch(none)}>
              {t('clear')}
            </Button>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

/** What is chosen and exists no longer has no name; it can still be taken out. */
function withGone(data: Choice[], chosen: readonly string[], label: string): Choice[] {
  const gone = chosen.filter((id) => data.every(({ value }) => value !== id));
  return [...data, ...gone.map((value) => ({ value, label }))];
}

/** What there is to choose from, read when the filters are opened; nothing of what one may not see. */
function useChoices(enabled: boolean, nobody: string) {
  const may = {
    contacts: usePermission('contacts:read'),
    members: usePermission('members:read'),
    numbers: usePermission('numbers:read'),
    seeAll: usePermission('chats:all'),
  };
  const tags = useQuery({
    ...api.tags.list.queryOptions({ input: MOST_NAMES }),
    enabled: enabled && may.contacts,
  });
  const lists = useQuery({
    ...api.lists.list.queryOptions({ input: MOST_NAMES }),
    enabled: enabled && may.contacts,
  });
  const members = useQuery({
    ...api.members.list.queryOptions({ input: MOST_NAMES }),
    enabled: enabled && may.members && may.seeAll,
  });
  const numbers = useQuery({
    ...api.numbers.list.queryOptions({ input: {} }),
    enabled: enabled && may.numbers,
  });
  const named = (items: readonly { id: string; name: string }[] = []): Choice[] =>
    items.map(({ id, name }) => ({ value: id, label: name }));
  const people = members.data?.items.map(({ userId, name }) => ({ value: userId, label: name }));
  return {
    tags: named(tags.data?.items),
    lists: named(lists.data?.items),
    people: people ? [{ value: 'nobody', label: nobody }, ...people] : [],
    numbers: (numbers.data?.items ?? []).map((number) => ({
      value: number.id,
      label: `${number.displayName} ${number.phone}`.trim(),
    })),
  };
}
