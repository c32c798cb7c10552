// Lists and searches tickets, one page at a time.
import { matching } from '#features/tickets/ticket-filter.ts';
import { readTicketPage } from '#features/tickets/ticket-pages.ts';
import type { ticketsContract } from '#features/tickets/tickets.contract.ts';
import { toPage } from '#kit/paging.ts';
import type { Handler } from '#operations/handle.ts';

export const listTickets: Handler<typeof ticketsContract.list> = async (call, input) => {
  const { limit, cursor, sort, ...filter } = input;
  const { macroState } = filter;
  const order = { sort, cursor, macroState, limit: limit + 1 };
  const rows = await readTicketPage(call, await matching(call, filter), order);
  const page = toPage(rows, limit, (row) => [row.place, row.ticket.id]);
  return { items: page.items.map((row) => row.ticket), nextCursor: page.nextCursor };
};
