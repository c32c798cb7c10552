// The filters of the tickets page: as they stand in the address, and as the server understands them.
import {
  type Priority,
  TICKET_SORTS,
  type TicketFilter,
  type TicketSort,
} from '#features/tickets/tickets.contract.ts';

export type TicketSearch = {
  search?: string;
  state?: 'in_progress' | 'closed';
  status?: string;
  priority?: Priority;
  /** A member's id, `me` or `none`. */
  owner?: string;
  /** A category's id or `none`. */
  category?: string;
  contact?: string;
  from?: string;
  to?: string;
  sort?: string;
  /** The form of a new ticket is open. */
  new?: true;
};

const isDay = (text: string | undefined) => text !== undefined && /^\d{4}-\d\d-\d\d$/.test(text);

export function filterOf(search: TicketSearch): TicketFilter {
  return {
    ...(search.search ? { search: search.search } : {}),
    ...(search.state ? { macroState: search.state } : {}),
    ...(search.status ? { status: [search.status] } : {}),
    ...(search.priority ? { priority: [search.priority] } : {}),
    ...(search.owner ? { ownerId: [search.owner] } : {}),
    ...(search.category ? { categoryId: [search.category] } : {}),
    ...(search.contact ? { contactId: search.contact } : {}),
    ...(isDay(search.from) ? { from: search.from } : {}),
    ...(isDay(search.to) ? { to: search.to } : {}),
  };
}

export const noFilters = {
  search: null,
  state: null,
  status: null,
  priority: null,
  owner: null,
  category: null,
  contact: null,
  from: null,
  to: null,
};

export function sortOf(search: TicketSearch): TicketSort {
  return TICKET_SORTS.find((sort) => sort === search.sort) ?? '-created';
}
