// Reads what happened to a ticket, latest first.
import { findTicket } from '#features/tickets/read-tickets.ts';
import { readEntries } from '#features/tickets/ticket-entries.store.ts';
import type { ticketsContract } from '#features/tickets/tickets.contract.ts';
import { decodeCursor, toPage } from '#kit/paging.ts';
import type { Handler } from '#operations/handle.ts';

export const readTimeline: Handler<typeof ticketsContract.timeline> = async (call, input) => {
  const { key, limit, cursor } = input;
  const { id } = await findTicket(call, key);
  const place = cursor === undefined ? undefined : decodeCursor(cursor, ['instant', 'id']);
  const rows = await readEntries(call, id, limit + 1, place && { at: place[0], id: place[1] });
  const page = toPage(rows, limit, (row) => [row.place, row.id]);
  return { items: page.items.map(({ place: _, ...entry }) => entry), nextCursor: page.nextCursor };
};
