// Writes a note on a ticket.
import { publish } from '#events/publish.ts';
import { findTicket, readWritten } from '#features/tickets/read-tickets.ts';
import { insertEntries } from '#features/tickets/ticket-entries.store.ts';
import type { ticketsContract } from '#features/tickets/tickets.contract.ts';
import type { Handler } from '#operations/handle.ts';
import { iso } from '#operations/operation.ts';

export const noteTicket: Handler<typeof ticketsContract.note> = async (call, { key, note }) => {
  const { id } = await findTicket(call, key);
  const [entryId] = await insertEntries(call, [{ ticketId: id, kind: 'noted', note }]);
  const { facts } = (await readWritten(call, [id])).get(id)!;
  await publish(call, 'ticket.noted', id, { ticket: facts, note });
  const { kind, name } = call.actor;
  return { id: entryId!, kind: 'noted', changes: [], note, actor: { kind, name }, at: iso(call.now) };
};
