// Gets one ticket that the caller may see, by id or reference.
import { findTicket } from '#features/tickets/read-tickets.ts';
import type { ticketsContract } from '#features/tickets/tickets.contract.ts';
import type { Handler } from '#operations/handle.ts';

export const getTicket: Handler<typeof ticketsContract.get> = (call, { key }) => findTicket(call, key);
