// Changes a ticket that the caller may see.
import { requireSomething } from '#features/tickets/change-tickets.ts';
import type { ticketsContract } from '#features/tickets/tickets.contract.ts';
import { updateTicket as change } from '#features/tickets/tickets.ts';
import type { Handler } from '#operations/handle.ts';

export const updateTicket: Handler<typeof ticketsContract.update> = (call, { key, ...changes }) => {
  requireSomething(changes);
  return change(call, key, changes);
};
