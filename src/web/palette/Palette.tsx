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
import styles from './Palette.module.css';
import { paletteActions, paletteSearches } from './palette.ts';
import { paletteStore } from './palette-store.ts';
import { useFirstSelected } from './use-first-selected.ts';
import { useInterfaceEntries } from './use-interface-entries.ts';

export type Entry = {
  id: string;
  title: string;
  detail?: string | undefined;
  icon: Icon;
  act: () => void;
};
type Group = { label: string; entries: Entry[] };

/** The list hands these on to its scroll area: what scrolls must be reachable by keyboard. */
const scrolling: object = { viewportProps: { tabIndex: 0 } };

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

  const interfaceEntries = useInterfaceEntries();
  const go = (href: string) => () => router.history.push(href);
  const words = typed.trim().toLocaleLowerCase();
  const matches = (title: string) => title.toLocaleLowerCase().includes(words);
  const pages = all
    .flatMap((area) => area.pages)
    .map((page): Entry => ({ id: page.path, title: t(page.label), icon: page.icon, act: go(page.path) }));
  const actions = paletteActions
    .filter((action) => allows(workspace, action.permission))
    .map(
      (action): Entry => ({ id: action.id, title: t(action.label), icon: action.icon, act: go(action.to) }),
    );
  const groups: Group[] = [
    { label: t('shell.palette.actions'), entries: actions.filter((entry) => matches(entry.title)) },
    { label: t('shell.palette.pages'), entries: pages.filter((entry) => matches(entry.title)) },
    ...searches.map((search, at) => ({
      label: t(search.label),
      entries: (settled.length >= 2 ? (found[at]?.data ?? []) : []).map((hit) => ({
        id: `${search.id}.${hit.id}`,
        title: hit.title,
        detail: hit.detail,
        icon: search.icon,
        act: go(hit.to),
      })),
    })),
    {
      label: t('shell.palette.interface'),
      entries: words === '' ? [] : interfaceEntries.filter((entry) => matches(entry.title)),
    },
  ].filter((group) => group.entries.length > 0);
  const searching =
    found.some((query) => query.isFetching) || (typed.trim() !== settled && searches.length > 0);
  const shown = groups.flatMap((group) => group.entries.map((entry) => entry.id)).join(' ');
  const openWhenFound = useFirstSelected(shown, typed, searching);

  return (
    <Spotlight.Root
      store={paletteStore}
      query={typed}
      onQueryChange={setTyped}
      shortcut={null}
      scrollable
      maxHeight={420}
      size={600}
      centered={false}
      yOffset="12vh"
      overlayProps={{ blur: 0, backgroundOpacity: 0.45 }}
      classNames={{
        actionsGroup: styles.group,
        action: styles.action,
        actionDescription: styles.description,
      }}
    >
      <Spotlight.Search
        placeholder={t('shell.palette.placeholder')}
        aria-label={t('shell.palette.placeholder')}
        leftSection={<IconSearch size={18} />}
        onKeyDown={(event) => event.key === 'Enter' && openWhenFound()}
      />
      <Spotlight.ActionsList {...scrolling}>
        {groups.map((group) => (
          <Spotlight.ActionsGroup key={group.label} label={group.label}>
            {group.entries.map((entry) => (
              <Spotlight.Action
                key={entry.id}
                label={entry.title}
                description={entry.detail}
                leftSection={<entry.icon size={18} stroke={1.6} />}
                onClick={entry.act}
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
