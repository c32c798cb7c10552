// What may be asked about views of the inbox: filters kept under a name, for oneself or for the team.
import { z } from 'zod';
import { Consent } from '#features/contacts/contact-filter.contract.ts';
import { INBOX_SHOWS, WINDOW_STATES } from '#features/conversations/inbox-filter.contract.ts';
import { viewsContract } from '#features/views/views.contract.ts';
import { Id } from '#operations/operation.ts';

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

export const inboxViewsContract = viewsContract({
  of: 'the inbox',
  path: '/inbox-views',
  read: 'chats:read',
  team: 'chats:assign',
  filter: ViewFilter,
  named: 'Tags, lists, people and numbers',
});
