// Opens a ticket.
import { openTicket } from '#features/tickets/open-ticket.ts';
import type { ticketsContract } from '#features/tickets/tickets.contract.ts';
import type { Handler } from '#operations/handle.ts';

export const createTicket: Handler<typeof ticketsContract.create> = openTicket;
