// What may be asked about the state of conversations: closing, opening again, snoozing; many at once.
import { z } from 'zod';
import { Id, Instant, operation } from '#operations/operation.ts';

const ids = z.array(Id).min(1).max(500).describe('Conversations, at most 500');
const Moved = z.object({
  count: z.int().describe('How many changed; those that were so already do not count'),
});

export const conversationStatesContract = {
  close: operation('chats:write', { tool: true })
    .route({
      method: 'POST',
      path: '/conversations/close',
      summary: 'Close conversations',
      description: 'They leave the inbox until the customer writes again.',
    })
    .input(z.object({ ids, reason: z.string().trim().min(1).max(200).optional().describe('Why, in words') }))
    .output(Moved),
  reopen: operation('chats:write', { tool: true })
    .route({
      method: 'POST',
      path: '/conversations/reopen',
      summary: 'Open closed conversations again, and wake snoozed ones',
    })
    .input(z.object({ ids }))
    .output(Moved),
  snooze: operation('chats:write', { tool: true })
    .route({
      method: 'POST',
      path: '/conversations/snooze',
      summary: 'Put conversations out of sight until a time',
      description: 'A message of the customer brings them back at once. Closed ones stay closed.',
    })
    .input(z.object({ ids, until: Instant.describe('In the future, within a year') }))
    .output(Moved),
};
