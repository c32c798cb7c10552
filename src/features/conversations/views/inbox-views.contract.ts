// What may be asked about views of the inbox: filters kept under a name, for oneself or for the team.
import { z } from 'zod';
import { Consent } from '#features/contacts/contact-filter.contract.ts';
import { INBOX_SHOWS, WINDOW_STATES } from '#features/conversations/inbox-filter.contract.ts';
import { Done, Id, operation } from '#operations/operation.ts';

/** Of one's own, and of the team. */
export const MOST_VIEWS = 50;

export const ViewScope = z.enum(['mine', 'team']).describe('Of the caller alone, or of the whole team');
export type ViewScope = z.infer<typeof ViewScope>;

export const ViewFilter = z
  .object({
    show: z.enum(INBOX_SHOWS).default('all'),
    search: z.string().trim().max(100).optional(),
    tagIds: z.array(Id).max(50).optional(),
    listIds: z.array(Id).max(50).optional(),
    assigneeIds: z
      .array(z.union([Id, z.literal('nobody')]))
      .max(50)
      .optional(),
    numberIds: z.array(Id).max(50).optional(),
    consent: z.array(Consent).max(3).optional(),
    window: z.array(z.enum(WINDOW_STATES)).max(3).optional(),
  })
  .describe('As `GET /conversations` takes it');
export type ViewFilter = z.output<typeof ViewFilter>;

export const InboxView = z.object({
  id: Id,
  name: z.string(),
  scope: ViewScope,
  filter: ViewFilter,
  gone: z
    .array(Id)
    .describe('Tags, lists, people and numbers in the filter that exist no longer: nothing matches them'),
});
export type InboxView = z.infer<typeof InboxView>;

const Views = z.object({ items: z.array(InboxView).describe('One’s own in their order, then the team’s') });

const name = z
  .string()
  .trim()
  .min(1, 'Give the view a name')
  .max(60, 'At most 60 characters')
  .refine((text) => !/\p{Cc}/u.test(text), 'A name is one line')
  .describe('Unique among one’s own, and among the team’s');

export const inboxViewsContract = {
  list: operation('chats:read', { tool: true })
    .route({
      method: 'GET',
      path: '/inbox-views',
      summary: 'List the views of the inbox: your own and the team’s',
      description: 'A view is a filter. What it shows to whom is decided when the conversations are listed.',
    })
    .input(z.object({}))
    .output(Views),
  create: operation('chats:read', { creates: true })
    .route({
      method: 'POST',
      path: '/inbox-views',
      successStatus: 201,
      summary: 'Save a view of the inbox',
      description: 'A view of the team needs `chats:assign`; one’s own is for people only.',
    })
    .input(z.object({ name, scope: ViewScope.default('mine'), filter: ViewFilter }))
    .output(InboxView),
  update: operation('chats:read')
    .route({
      method: 'PATCH',
      path: '/inbox-views/{id}',
      summary: 'Rename a view of the inbox, change what it filters by or whose it is',
      description: 'Whatever touches a view of the team needs `chats:assign`.',
    })
    .input(
      z.object({ id: Id, name: name.optional(), scope: ViewScope.optional(), filter: ViewFilter.optional() }),
    )
    .output(InboxView),
  reorder: operation('chats:read')
    .route({
      method: 'PUT',
      path: '/inbox-views/order',
      summary: 'Put the views of the inbox in order',
      description: 'The order of the team’s views needs `chats:assign`.',
    })
    .input(
      z.object({
        scope: ViewScope,
        ids: z.array(Id).max(MOST_VIEWS).describe('All of that scope, first to last'),
      }),
    )
    .output(Views),
  delete: operation('chats:read')
    .route({ method: 'DELETE', path: '/inbox-views/{id}', summary: 'Delete a view of the inbox' })
    .input(z.object({ id: Id }))
    .output(Done),
};
