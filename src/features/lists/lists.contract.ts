// What the world may ask about lists, the static groups of contacts that campaigns go to.
import { z } from 'zod';
import { PageInput, pageOf } from '#kit/paging.ts';
import { Done, Id, Instant, operation } from '#operations/operation.ts';

export const ListName = z
  .string()
  .trim()
  .min(1, 'Give the list a name')
  .max(100, 'At most 100 characters')
  .regex(/^[^;|\n\r]*$/, 'A list’s name holds no ; and no |')
  .describe('Unique name, whatever the case');

/** How the people of a list came to the business; `bought` is refused when it is sent to. */
export const LIST_ORIGINS = ['customers', 'sign_up', 'event', 'chats', 'other_owned', 'bought'] as const;
export const ListOrigin = z
  .enum(LIST_ORIGINS)
  .describe(
    'How these people came to you: customers, a sign-up form, an event, chats, another way of your own, or bought',
  );
export type ListOrigin = z.infer<typeof ListOrigin>;

export const List = z.object({
  id: Id,
  name: z.string(),
  origin: ListOrigin.nullable().describe('Where its people come from; campaigns need to know'),
  memberCount: z.int().describe('Contacts in it'),
  createdAt: Instant,
  updatedAt: Instant,
});
export type List = z.infer<typeof List>;

export const listsContract = {
  list: operation('contacts:read', { tool: true })
    .route({ method: 'GET', path: '/lists', summary: 'List the lists, newest first' })
    .input(PageInput.extend({ search: z.string().trim().max(100).optional().describe('Part of the name') }))
    .output(pageOf(List)),
  get: operation('contacts:read', { tool: true })
    .route({
      method: 'GET',
      path: '/lists/{id}',
      summary: 'Get a list',
      description: 'Its members are `GET /contacts?listIds=…`.',
    })
    .input(z.object({ id: Id }))
    .output(List),
  create: operation('contacts:write', { creates: true, tool: true })
    .route({ method: 'POST', path: '/lists', summary: 'Create an empty list', successStatus: 201 })
    .input(z.object({ name: ListName, origin: ListOrigin.nullable().optional() }))
    .output(List),
  update: operation('contacts:write', { tool: true })
    .route({
      method: 'PATCH',
      path: '/lists/{id}',
      summary: 'Rename a list, or say where its people come from',
    })
    .input(z.object({ id: Id, name: ListName.optional(), origin: ListOrigin.optional() }))
    .output(List),
  clear: operation('contacts:write')
    .route({ method: 'POST', path: '/lists/{id}/clear', summary: 'Take all contacts out of a list' })
    .input(z.object({ id: Id }))
    .output(List),
  delete: operation('contacts:write')
    .route({ method: 'DELETE', path: '/lists/{id}', summary: 'Delete a list; its contacts stay' })
    .input(z.object({ id: Id }))
    .output(Done),
};
