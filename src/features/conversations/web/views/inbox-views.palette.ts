// What the inbox adds to the command palette besides conversations: its parts, and its views by name.
import { IconBookmark, IconMessages } from '@tabler/icons-react';
import { defaultStringifySearch } from '@tanstack/react-router';
import { client } from '#web/api.ts';
import type { PaletteAction, PaletteSearch } from '#web/palette/palette.ts';
import { searchOfView } from './view-search.ts';

export const inboxActions: readonly PaletteAction[] = (
  [
    ['mine', 'chats:read'],
    ['unread', 'chats:read'],
    ['waiting', 'chats:read'],
    ['unassigned', 'chats:all'],
  ] as const
).map(([show, permission]) => ({
  id: `inbox.${show}`,
  label: `inboxViews.palette.${show}`,
  icon: IconMessages,
  to: `/inbox?show=${show}`,
  permission,
}));

export const inboxViewSearch: PaletteSearch = {
  id: 'inboxViews',
  label: 'inboxViews.palette.views',
  icon: IconBookmark,
  permission: 'chats:read',
  find: async (typed, signal) => {
    const { items } = await client.inboxViews.list({}, { signal });
    const words = typed.toLocaleLowerCase();
    return items
      .filter((view) => view.name.toLocaleLowerCase().includes(words))
      .slice(0, 5)
      .map((view) => ({ id: view.id, title: view.name, to: `/inbox${addressOf(view)}` }));
  },
};

function addressOf(view: Parameters<typeof searchOfView>[0]): string {
  const set = Object.entries(searchOfView(view)).filter(([, value]) => value !== null);
  return defaultStringifySearch(Object.fromEntries(set));
}
