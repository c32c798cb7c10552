// What may be asked of many conversations at once: who looks after them, whether they are read, which ones match.
import { z } from 'zod';
import { Id, operation } from '#operations/operation.ts';
import { InboxFilter } from './inbox-filter.contract.ts';

const ids = z.array(Id).min(1).max(500).describe('Conversations, at most 500');
const Changed = z.object({
  count: z.int().describe('How many changed; those that were so already do not count'),
});

/** Who is to look after conversations, and what they should know. */
export const NewAssignees = {
  userIds: z.array(Id).max(50).describe('Everybody else is taken off'),
  note: z
    .string()
    .trim()
    .min(1)
    .max(1000)
    .optional()
    .describe('What the next one should know; for the team alone, and told to those who are new'),
};

export const conversationBulkContract = {
  matching: operation('chats:read')
    .route({
      method: 'GET',
      path: '/conversations/ids',
      summary: 'List the ids of conversations that match a filter',
      description: 'Latest first, at most 5000: for doing something to all of them.',
    })
    .input(InboxFilter)
    .output(z.object({ ids: z.array(Id), isAll: z.boolean().describe('False: there are more') })),
  assignMany: operation('chats:assign')
    .route({
      method: 'POST',
      path: '/conversations/assign',
      summary: 'Set who looks after conversations',
    })
    .input(z.object({ ids, ...NewAssignees }))
    .output(Changed),
  markManyRead: operation('chats:write')
    .route({
      method: 'POST',
      path: '/conversations/mark-read',
      summary: 'Mark conversations as read',
      description: 'The customers see blue ticks.',
    })
    .input(z.object({ ids }))
    .output(Changed),
  markManyUnread: operation('chats:write')
    .route({ method: 'POST', path: '/conversations/mark-unread', summary: 'Mark conversations as unread' })
    .input(z.object({ ids }))
    .output(Changed),
};
