// What lists add to the command palette: finding one; it leads to its members.
import { IconListDetails } from '@tabler/icons-react';
import { client } from '#web/api.ts';
import type { PaletteSearch } from '#web/palette/palette.ts';

export const listSearch: PaletteSearch = {
  id: 'lists',
  label: 'lists.title',
  icon: IconListDetails,
  permission: 'contacts:read',
  find: async (typed, signal) => {
    const { items } = await client.lists.list({ search: typed, limit: 5 }, { signal });
    return items.map(({ id, name }) => ({ id, title: name, to: `/contacts?list=${id}` }));
  },
};
