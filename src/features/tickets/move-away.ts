// Moves all tickets out of a status or category that is about to go, each with its entry in the timeline.
import { changeTickets } from './change-tickets.ts';
import { ticketsWith } from './tickets.store.ts';
import type { Changes, TicketCall } from './tickets.types.ts';

const BATCH = 500;

/** `changes` must take the tickets out of `value`. */
export async function moveAway(
  call: TicketCall,
  column: 'status' | 'category_id',
  value: string,
  changes: Changes,
): Promise<void> {
  for (;;) {
    const ids = await ticketsWith(call, column, value, BATCH);
    await changeTickets(call, ids, changes);
    if (ids.length < BATCH) return;
  }
}
