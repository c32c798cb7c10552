// Events of tickets: each carries the ticket as it stands, so that what follows it needs to ask nothing.
import { z } from 'zod';
import { event } from './event-description.ts';

const named = z.object({ id: z.uuid(), name: z.string() });

const TicketFacts = z.object({
  reference: z.string(),
  title: z.string(),
  description: z.string(),
  priority: z.string().describe('lowest, low, medium, high, highest or urgent'),
  status: z.object({ code: z.string(), name: z.string(), macroState: z.enum(['in_progress', 'closed']) }),
  category: named.nullable(),
  owner: named.nullable(),
  contactId: z.uuid(),
  conversationId: z.uuid().nullable(),
});
export type TicketFacts = z.infer<typeof TicketFacts>;

const side = z.object({ value: z.string(), name: z.string() }).nullable();
const changes = z
  .array(z.object({ field: z.string(), from: side, to: side }))
  .describe('What changed: value and name before and after');

const ticket: z.input<typeof TicketFacts> = {
  reference: 'T-2026-000123',
  title: 'The belt is too short',
  description: 'Size 85 was delivered, 95 was ordered.',
  priority: 'high',
  status: { code: 'pending', name: 'Pending', macroState: 'in_progress' },
  category: { id: '0197a1b2-0000-7000-8000-000000000004', name: 'Returns' },
  owner: { id: '0197a1b2-0000-7000-8000-000000000005', name: 'Giulia' },
  contactId: '0198c0de-0000-7000-8000-000000000002',
  conversationId: null,
};

export const ticketEvents = {
  'ticket.created': event({
    title: 'Ticket opened',
    description: 'Somebody, an automation or the API opened a ticket.',
    payload: z.object({ ticket: TicketFacts }),
    example: { ticket },
    visibleTo: 'tickets:read',
  }),
  'ticket.updated': event({
    title: 'Ticket changed',
    description: 'Something of a ticket changed; the payload says what, before and after.',
    payload: z.object({ ticket: TicketFacts, changes }),
    example: {
      ticket,
      changes: [
        {
          field: 'status',
          from: { value: 'open', name: 'Open' },
          to: { value: 'pending', name: 'Pending' },
        },
      ],
    },
    visibleTo: 'tickets:read',
  }),
  'ticket.closed': event({
    title: 'Ticket closed',
    description: 'A ticket came from a status in progress to one of the closed; follows “ticket changed”.',
    payload: z.object({ ticket: TicketFacts, seconds: z.number().describe('From opening to closing') }),
    example: {
      ticket: { ...ticket, status: { code: 'closed', name: 'Closed', macroState: 'closed' } },
      seconds: 86_400,
    },
    visibleTo: 'tickets:read',
  }),
  'ticket.reopened': event({
    title: 'Ticket reopened',
    description: 'A closed ticket is in progress again; follows “ticket changed”.',
    payload: z.object({ ticket: TicketFacts }),
    example: { ticket },
    visibleTo: 'tickets:read',
  }),
  'ticket.noted': event({
    title: 'Note on a ticket',
    description: 'Somebody wrote a note on a ticket.',
    payload: z.object({ ticket: TicketFacts, note: z.string() }),
    example: { ticket, note: 'The courier collects it on Monday.' },
    visibleTo: 'tickets:read',
  }),
  'ticket.deleted': event({
    title: 'Ticket deleted',
    description: 'A ticket was deleted for good.',
    payload: z.object({ reference: z.string() }),
    example: { reference: 'T-2026-000123' },
    visibleTo: 'tickets:read',
  }),
  'ticket.settings_changed': event({
    title: 'Ticket statuses or categories changed',
    description: 'A status or category was added, renamed, moved or deleted.',
    payload: z.object({}),
    example: {},
    visibleTo: 'tickets:read',
  }),
} as const;
