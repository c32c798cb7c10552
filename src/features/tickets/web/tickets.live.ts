// Which queries ask again when something happens to tickets.
import type { LiveEvents } from '#web/live-events.ts';

export const ticketsLive: LiveEvents = {
  'ticket.created': ['tickets'],
  'ticket.updated': ['tickets'],
  'ticket.noted': ['tickets.timeline'],
  'ticket.deleted': ['tickets'],
  'ticket.settings_changed': ['tickets', 'ticketStatuses', 'ticketCategories'],
};
