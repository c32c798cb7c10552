// The command palette: pages, actions and records, one key press away.
import '@mantine/spotlight/styles.css';
import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight } from '@mantine/spotlight';
import { type Icon, IconSearch } from '@tabler/icons-react';
import { useQueries } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useNavigation } from '#web/layout/use-navigation.ts';
import { allows, useWorkspace } from '#web/session.ts';
import { paletteActions, paletteSearches, paletteStore } from './palette.ts';

type Entry = { id: string; title: string; detail?: string | undefined; icon: Icon; to: string };
type Group = { label: string; entries: Entry[] };

export function Palette() {
  const t = useTranslations();
  const router = useRouter();
  const workspace = useWorkspace();
  const { all } = useNavigation();
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed.trim(), 180);

  const searches = paletteSearches.filter((search) => allows(workspace, search.permission));
  const found = useQueries({
    queries: searches.map((search) => ({
      queryKey: ['palette', search.id, settled],
      queryFn: ({ signal }: { signal: AbortSignal }) => search.find(settled, signal),
      enabled: settled.length >= 2,
      staleTime: 10_000,
    })),
  });

  const words = typed.trim().toLocaleLowerCase();
  const matches = (title: string) => title.toLocaleLowerCase().includes(words);
  const pages = all
    .flatMap((area) => area.pages)
    .map((page): Entry => ({ id: page.path, title: t(page.label), icon: page.icon, to: page.path }));
  const actions = paletteActions
    .filter((action) => allows(workspace, action.permission))
    .map((action): Entry => ({ id: action.id, title: t(action.label), icon: action.icon, to: action.to }));
  const groups: Group[] = [
    { label: t('shell.palette.actions'), entries: actions.filter((entry) => matches(entry.title)) },
    { label: t('shell.palette.pages'), entries: pages.filter((entry) => matches(entry.title)) },
    ...searches.map((search, at) => ({
      label: t(search.label),
      entries: (settled.length >= 2 ? (found[at]?.data ?? []) : []).map((hit) => ({
        ...hit,
        icon: search.icon,
      })),
    })),
  ].filter((group) => group.entries.length > 0);
  const searching = found.some((query) => query.isFetching);

  return (
    <Spotlight.Root
      store={paletteStore}
      query={typed}
      onQueryChange={setTyped}
      shortcut={['mod + K']}
      scrollable
      maxHeight={420}
      size={600}
      centered={false}
      yOffset="12vh"
      overlayProps={{ blur: 0, backgroundOpacity: 0.45 }}
      styles={{ actionsGroup: { textTransform: 'none' } }}
    >
      <Spotlight.Search
        placeholder={t('shell.palette.placeholder')}
        aria-label={t('shell.palette.placeholder')}
        leftSection={<IconSearch size={18} />}
      />
      <Spotlight.ActionsList>
        {groups.map((group) => (
          <Spotlight.ActionsGroup key={group.label} label={group.label}>
            {group.entries.map((entry) => (
              <Spotlight.Action
                key={entry.id}
                label={entry.title}
                description={entry.detail}
                leftSection={<entry.icon size={18} stroke={1.6} />}
                onClick={() => void router.history.push(entry.to)}
              />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {groups.length === 0 && (
          <Spotlight.Empty>
            {t(searching ? 'shell.palette.searching' : 'shell.palette.nothing')}
          </Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
