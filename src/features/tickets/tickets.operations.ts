// Pairs the operations on tickets with their handlers.
import { pair } from '#operations/handle.ts';
import { changeManyTickets } from './operations/change-many-tickets.ts';
import { countTickets } from './operations/count-tickets.ts';
import { createTicket } from './operations/create-ticket.ts';
import { deleteTicket } from './operations/delete-ticket.ts';
import { getTicket } from './operations/get-ticket.ts';
import { listTickets } from './operations/list-tickets.ts';
import { noteTicket } from './operations/note-ticket.ts';
import { readTimeline } from './operations/read-timeline.ts';
import { reportTickets } from './operations/report-tickets.ts';
import { updateTicket } from './operations/update-ticket.ts';
import { ticketsContract } from './tickets.contract.ts';

export const ticketsOperations = pair(ticketsContract, {
  list: listTickets,
  count: countTickets,
  report: reportTickets,
  get: getTicket,
  timeline: readTimeline,
  create: createTicket,
  update: updateTicket,
  changeMany: changeManyTickets,
  note: noteTicket,
  delete: deleteTicket,
});
