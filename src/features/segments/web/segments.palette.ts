// What segments add to the command palette: finding one.
import { IconFilter } from '@tabler/icons-react';
import { client } from '#web/api.ts';
import type { PaletteSearch } from '#web/palette/palette.ts';

export const segmentSearch: PaletteSearch = {
  id: 'segments',
  label: 'segments.title',
  icon: IconFilter,
  permission: 'contacts:read',
  find: async (typed, signal) => {
    const { items } = await client.segments.list({ search: typed, limit: 5 }, { signal });
    return items.map(({ id, name }) => ({ id, title: name, to: `/contacts/segments/${id}` }));
  },
};
