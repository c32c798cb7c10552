// Changes several tickets alike: those that the caller may see.
import { changeTickets, requireSomething } from '#features/tickets/change-tickets.ts';
import { seenAmong } from '#features/tickets/read-tickets.ts';
import type { ticketsContract } from '#features/tickets/tickets.contract.ts';
import type { Handler } from '#operations/handle.ts';

export const changeManyTickets: Handler<typeof ticketsContract.changeMany> = async (
  call,
  { ids, ...changes },
) => {
  requireSomething(changes);
  const changed = await changeTickets(call, await seenAmong(call, ids), changes);
  return { affected: changed.length };
};
