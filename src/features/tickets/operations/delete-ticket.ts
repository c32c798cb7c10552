// Deletes a ticket with its notes for good; who did it stays in the audit log.
import { publish } from '#events/publish.ts';
import { audit } from '#features/people/people.ts';
import { findTicket } from '#features/tickets/read-tickets.ts';
import type { ticketsContract } from '#features/tickets/tickets.contract.ts';
import { deleteTicket as remove } from '#features/tickets/tickets.store.ts';
import type { Handler } from '#operations/handle.ts';
import { done } from '#operations/operation.ts';

export const deleteTicket: Handler<typeof ticketsContract.delete> = async (call, { key }) => {
  const { id, reference } = await findTicket(call, key);
  await remove(call, id);
  await audit.record(call, {
    action: 'ticket.deleted',
    subjectType: 'ticket',
    subjectId: id,
    details: { reference },
  });
  await publish(call, 'ticket.deleted', id, { reference });
  return done;
};
