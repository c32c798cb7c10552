// Lists and searches tickets, one page at a time.
import { orderOf, readTicketPage } from '#features/tickets/read-tickets.ts';
import { matching } from '#features/tickets/ticket-filter.ts';
import type { TicketSort, ticketsContract } from '#features/tickets/tickets.contract.ts';
import { badInput } from '#kit/errors.ts';
import { decodeCursor, toPage } from '#kit/paging.ts';
import type { Handler } from '#operations/handle.ts';

export const listTickets: Handler<typeof ticketsContract.list> = async (call, input) => {
  const { limit, cursor, sort, ...filter } = input;
  const after = cursor === undefined ? undefined : placeOf(cursor, sort);
  const rows = await readTicketPage(call, await matching(call, filter), sort, limit + 1, after);
  const page = toPage(rows, limit, (row) => [row.place, row.ticket.id]);
  return { items: page.items.map((row) => row.ticket), nextCursor: page.nextCursor };
};

function placeOf(cursor: string, sort: TicketSort): { value: string; id: string } {
  const [value, id] = decodeCursor(cursor, [orderOf(sort).kind, 'id']);
  if (sort.endsWith('priority') && !/^[1-6]$/.test(value))
    throw badInput([{ path: 'cursor', message: 'Not a cursor of this list' }]);
  return { value, id };
}
