// Front door of tickets: opening and changing them for other features, and moving them with their contacts.
import { changeTickets } from './change-tickets.ts';
import { findTicket, readWritten } from './read-tickets.ts';
import type { Ticket } from './ticket-shapes.contract.ts';
import type { Changes, TicketCall } from './tickets.types.ts';

export { openTicket, type TicketInput } from './open-ticket.ts';
export { moveTickets } from './tickets.store.ts';
export type { Changes as TicketChanges, TicketCall } from './tickets.types.ts';
export { eraseTickets } from './tickets-erase.store.ts';

/**
 * Changes the ticket found by id or reference; what is left out stays. Throws `not_found`, `bad_input`,
 * `reference_taken`.
 */
export async function updateTicket(call: TicketCall, key: string, changes: Changes): Promise<Ticket> {
  const { id } = await findTicket(call, key);
  await changeTickets(call, [id], changes);
  return (await readWritten(call, [id])).get(id)!.ticket;
}
