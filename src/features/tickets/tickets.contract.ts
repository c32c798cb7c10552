// What may be asked about tickets: the matters of customers, from opening to closing.
import { z } from 'zod';
import { PageInput, pageOf } from '#kit/paging.ts';
import { Done, Id, operation } from '#operations/operation.ts';
import { TicketReport, TicketReportInput } from './ticket-report.contract.ts';
import {
  Description,
  Priority,
  Reference,
  StatusCode,
  Ticket,
  TicketEntry,
  TicketFilter,
  TicketKey,
  TicketSort,
  Title,
} from './ticket-shapes.contract.ts';

export * from './ticket-report.contract.ts';
export * from './ticket-shapes.contract.ts';

const OwnerId = Id.nullish().describe('Member who takes care of it; null: nobody');
const CategoryId = Id.nullish().describe('Null: none');

/** Of the contact one thing is enough: its id, its phone, or the conversation with it. */
export const NewTicket = z
  .object({
    title: Title,
    contactId: Id.optional(),
    contactPhone: z
      .string()
      .trim()
      .max(40)
      .optional()
      .describe('International, or national in the workspace’s country; made a contact when nobody has it'),
    conversationId: Id.optional().describe('The chat that the ticket is about'),
    description: Description.default(''),
    priority: Priority.default('medium'),
    status: StatusCode.optional().describe('The default status when left out'),
    categoryId: CategoryId,
    ownerId: OwnerId,
    reference: Reference.optional().describe('Made by itself when left out, e.g. T-2026-000123'),
  })
  .refine((input) => input.contactId ?? input.contactPhone ?? input.conversationId, {
    path: ['contactId'],
    message: 'Choose the contact that the ticket is about.',
  });

const TicketChanges = z.object({
  title: Title.optional(),
  description: Description.optional(),
  priority: Priority.optional(),
  status: StatusCode.optional(),
  categoryId: CategoryId,
  ownerId: OwnerId,
  reference: Reference.optional(),
});

const key = z.object({ key: TicketKey });

export const ticketsContract = {
  list: operation('tickets:read', { tool: true })
    .route({
      method: 'GET',
      path: '/tickets',
      summary: 'List and search tickets',
      description:
        'Members without `chats:all` see the tickets that they own and those of conversations assigned to them.',
    })
    .input(PageInput.extend({ ...TicketFilter.shape, sort: TicketSort.default('-created') }))
    .output(pageOf(Ticket)),
  count: operation('tickets:read', { tool: true })
    .route({ method: 'GET', path: '/tickets/count', summary: 'Count tickets' })
    .input(TicketFilter)
    .output(z.object({ count: z.int() })),
  report: operation('tickets:read', { tool: true })
    .route({
      method: 'GET',
      path: '/tickets/report',
      summary: 'Report on tickets: by category, status and priority, and how long they take',
      description: 'On the tickets opened in the period, as they stand now; the current month when left out.',
    })
    .input(TicketReportInput)
    .output(TicketReport),
  get: operation('tickets:read', { tool: true })
    .route({ method: 'GET', path: '/tickets/{key}', summary: 'Get a ticket by id or reference' })
    .input(key)
    .output(Ticket),
  timeline: operation('tickets:read', { tool: true })
    .route({
      method: 'GET',
      path: '/tickets/{key}/timeline',
      summary: 'Read what happened to a ticket',
      description: 'Opening, changes with before and after, notes; latest first.',
    })
    .input(PageInput.extend(key.shape))
    .output(pageOf(TicketEntry)),
  create: operation('tickets:write', { creates: true, tool: true })
    .route({
      method: 'POST',
      path: '/tickets',
      successStatus: 201,
      summary: 'Open a ticket',
      description: 'For a contact, named by id, by phone or by conversation.',
    })
    .input(NewTicket)
    .output(Ticket),
  update: operation('tickets:write', { tool: true })
    .route({
      method: 'PATCH',
      path: '/tickets/{key}',
      summary: 'Change a ticket, found by id or reference; what is left out stays',
    })
    .input(TicketChanges.extend(key.shape))
    .output(Ticket),
  changeMany: operation('tickets:write', { tool: true })
    .route({ method: 'POST', path: '/tickets/change', summary: 'Change several tickets alike' })
    .input(
      TicketChanges.pick({ status: true, priority: true, categoryId: true, ownerId: true }).extend({
        ids: z.array(Id).min(1).max(200).describe('Tickets to change'),
      }),
    )
    .output(z.object({ affected: z.int().describe('Tickets that changed') })),
  note: operation('tickets:write', { creates: true, tool: true })
    .route({
      method: 'POST',
      path: '/tickets/{key}/notes',
      successStatus: 201,
      summary: 'Write a note on a ticket',
    })
    .input(
      key.extend({
        note: z
          .string()
          .trim()
          .min(1, 'Write something')
          .max(4096, 'At most 4096 characters')
          .refine((text) => !text.includes('\u0000'), 'This holds a character that cannot be kept')
          .describe('What the team shall know'),
      }),
    )
    .output(TicketEntry),
  delete: operation('tickets:configure')
    .route({
      method: 'DELETE',
      path: '/tickets/{key}',
      summary: 'Delete a ticket and its notes for good',
    })
    .input(key)
    .output(Done),
};
