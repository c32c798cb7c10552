// What may be asked about the statuses and categories of tickets.
import { z } from 'zod';
import { Done, Id, operation } from '#operations/operation.ts';
import { MacroState, StatusCode, TicketStatus } from './ticket-shapes.contract.ts';

const name = (what: string) =>
  z
    .string()
    .trim()
    .min(1, `Give the ${what} a name`)
    .max(60, 'At most 60 characters')
    .refine((text) => !/\p{Cc}/u.test(text), 'A name is one line')
    .describe('Unique name, whatever the case');

const StatusSetting = TicketStatus.extend({
  isDefault: z.boolean().describe('New tickets begin with it'),
  ticketCount: z.int().describe('Tickets in it now'),
});
export type StatusSetting = z.infer<typeof StatusSetting>;
const Statuses = z.object({ items: z.array(StatusSetting).describe('In their order') });

const CategorySetting = z.object({ id: Id, name: z.string(), ticketCount: z.int() });
export type CategorySetting = z.infer<typeof CategorySetting>;

export const ticketStatusesContract = {
  list: operation('tickets:read', { tool: true })
    .route({ method: 'GET', path: '/ticket-statuses', summary: 'List the statuses of tickets' })
    .input(z.object({}))
    .output(Statuses),
  create: operation('tickets:configure', { creates: true })
    .route({
      method: 'POST',
      path: '/ticket-statuses',
      successStatus: 201,
      summary: 'Add a status of tickets',
      description: 'Its code is made from the name and stays.',
    })
    .input(z.object({ name: name('status'), macroState: MacroState }))
    .output(StatusSetting),
  update: operation('tickets:configure')
    .route({
      method: 'PATCH',
      path: '/ticket-statuses/{code}',
      summary: 'Rename a status, or make it the default',
      description:
        'The macro-state changes only while no ticket is in it. The default status is one in progress.',
    })
    .input(
      z.object({
        code: StatusCode,
        name: name('status').nullish().describe('Null: the built-in name again, for those that have one'),
        macroState: MacroState.optional(),
        isDefault: z.literal(true).optional().describe('New tickets begin with it'),
      }),
    )
    .output(StatusSetting),
  reorder: operation('tickets:configure')
    .route({ method: 'PUT', path: '/ticket-statuses/order', summary: 'Put the statuses of tickets in order' })
    .input(z.object({ codes: z.array(StatusCode).max(100).describe('All of them, first to last') }))
    .output(Statuses),
  delete: operation('tickets:configure')
    .route({
      method: 'DELETE',
      path: '/ticket-statuses/{code}',
      summary: 'Delete a status of tickets',
      description:
        'Refused with `status_in_use` while tickets are in it, unless `moveTo` says where they go.',
    })
    .input(z.object({ code: StatusCode, moveTo: StatusCode.optional().describe('Status for its tickets') }))
    .output(Done),
};

export const ticketCategoriesContract = {
  list: operation('tickets:read', { tool: true })
    .route({ method: 'GET', path: '/ticket-categories', summary: 'List the categories of tickets by name' })
    .input(z.object({}))
    .output(z.object({ items: z.array(CategorySetting) })),
  create: operation('tickets:write', { creates: true, tool: true })
    .route({
      method: 'POST',
      path: '/ticket-categories',
      successStatus: 201,
      summary: 'Add a category of tickets',
    })
    .input(z.object({ name: name('category') }))
    .output(CategorySetting),
  update: operation('tickets:configure')
    .route({ method: 'PATCH', path: '/ticket-categories/{id}', summary: 'Rename a category of tickets' })
    .input(z.object({ id: Id, name: name('category') }))
    .output(CategorySetting),
  delete: operation('tickets:configure')
    .route({
      method: 'DELETE',
      path: '/ticket-categories/{id}',
      summary: 'Delete a category; its tickets stay, without one or in another',
    })
    .input(z.object({ id: Id, moveTo: Id.optional().describe('Category for its tickets') }))
    .output(Done),
};
