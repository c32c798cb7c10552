// What tickets add to the command palette: opening one, and finding one by title, reference or contact.
import { IconTicket } from '@tabler/icons-react';
import { client } from '#web/api.ts';
import type { PaletteAction, PaletteSearch } from '#web/palette/palette.ts';

export const newTicketAction: PaletteAction = {
  id: 'tickets.new',
  label: 'tickets.new',
  icon: IconTicket,
  to: '/tickets?new=true',
  permission: 'tickets:write',
};

export const ticketSearch: PaletteSearch = {
  id: 'tickets',
  label: 'tickets.title',
  icon: IconTicket,
  permission: 'tickets:read',
  find: async (typed, signal) => {
    const { items } = await client.tickets.list({ search: typed, limit: 5 }, { signal });
    return items.map(({ id, title, reference, contact }) => ({
      id,
      title,
      detail: `${reference} · ${contact.name}`,
      to: `/tickets/${id}`,
    }));
  },
};
