// How conversations are chosen: parts of the inbox and filters; any of the same kind, all kinds together.
import { z } from 'zod';
import { Consent } from '#features/contacts/contact-filter.contract.ts';
import { Id, operation } from '#operations/operation.ts';

/** Parts of the inbox. */
export const INBOX_SHOWS = [
  'all',
  'unread',
  'mine',
  'unassigned',
  'waiting',
  'closed',
  'snoozed',
  'any',
] as const;

/** State of the 24 hours in which anything may be sent; closing: less than two hours are left. */
export const WINDOW_STATES = ['open', 'closing', 'closed'] as const;

/** A query string gives one value where a list may stand. */
const several = <T extends z.ZodType>(item: T, most: number) =>
  z.union([z.array(item).max(most), item.transform((one) => [one])]).optional();

export const InboxFilter = z.object({
  show: z
    .enum(INBOX_SHOWS)
    .default('all')
    .describe(
      'all, mine, unassigned and waiting (for us) leave closed and snoozed ones out; any: whatever the state',
    ),
  search: z.string().trim().max(100).optional().describe('Words of a name or number'),
  tagIds: several(Id, 50).describe('The contact carries any of these tags'),
  listIds: several(Id, 50).describe('The contact is in any of these lists'),
  assigneeIds: several(z.union([Id, z.literal('nobody')]), 50).describe(
    'Any of these people looks after it; `nobody`: none does',
  ),
  numberIds: several(Id, 50).describe('With any of these numbers of ours'),
  consent: several(Consent, 3).describe('The contact has any of these consents'),
  window: several(z.enum(WINDOW_STATES), 3).describe(
    'Of the time in which anything may be sent: open, closing (within two hours) or closed',
  ),
  contactId: Id.optional().describe('Only those with this contact'),
});
export type InboxFilter = z.output<typeof InboxFilter>;

const count = z.int().describe('At most 1000');

export const inboxCountsContract = {
  counts: operation('chats:read', { tool: true })
    .route({
      method: 'GET',
      path: '/conversations/counts',
      summary: 'Count the parts of the inbox, each up to 1000',
    })
    .input(z.object({}))
    .output(z.object({ unread: count, mine: count, unassigned: count, waiting: count })),
};
