// What contacts add to the command palette: loading a file, and finding a person.
import { IconFileImport, IconUser } from '@tabler/icons-react';
import { client } from '#web/api.ts';
import type { PaletteAction, PaletteSearch } from '#web/palette/palette.ts';

export const importContactsAction: PaletteAction = {
  id: 'contacts.import',
  label: 'shell.palette.importContacts',
  icon: IconFileImport,
  to: '/contacts/import',
  permission: 'contacts:import',
};

export const contactSearch: PaletteSearch = {
  id: 'contacts',
  label: 'contacts.title',
  icon: IconUser,
  permission: 'contacts:read',
  find: async (typed, signal) => {
    const { items } = await client.contacts.list({ search: typed, limit: 5 }, { signal });
    return items.map(({ id, displayName, phone, email }) => ({
      id,
      title: displayName,
      detail: [phone === displayName ? null : phone, email].filter(Boolean).join(' · '),
      to: `/contacts?open=${id}`,
    }));
  },
};
