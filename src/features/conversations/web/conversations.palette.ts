// What the inbox adds to the command palette: finding a conversation by the person's name or number.
import { IconMessage } from '@tabler/icons-react';
import { client } from '#web/api.ts';
import type { PaletteSearch } from '#web/palette/palette.ts';

export const conversationSearch: PaletteSearch = {
  id: 'conversations',
  label: 'shell.palette.conversations',
  icon: IconMessage,
  permission: 'chats:read',
  find: async (typed, signal) => {
    const { items } = await client.conversations.list({ search: typed, limit: 5 }, { signal });
    return items.map(({ id, contact, lastMessagePreview }) => ({
      id,
      title: contact.name,
      // A message without words is stored as its kind in brackets, which says little here.
      detail: lastMessagePreview.startsWith('[') ? (contact.phone ?? '') : lastMessagePreview,
      to: `/inbox?open=${id}`,
    }));
  },
};
