// Counts the tickets that match a filter.
import { countTickets as count } from '#features/tickets/ticket-filter.ts';
import type { ticketsContract } from '#features/tickets/tickets.contract.ts';
import type { Handler } from '#operations/handle.ts';

export const countTickets: Handler<typeof ticketsContract.count> = async (call, filter) => ({
  count: await count(call, filter),
});
