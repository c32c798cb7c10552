// What may be asked of the words of messages: where something was said.
import { z } from 'zod';
import { PageInput, pageOf } from '#kit/paging.ts';
import { Id, Instant, operation } from '#operations/operation.ts';

export const FoundMessage = z.object({
  messageId: Id,
  conversationId: Id,
  contactName: z.string(),
  direction: z.enum(['in', 'out']),
  at: Instant,
  snippet: z
    .array(z.object({ text: z.string(), isHit: z.boolean().describe('What was searched for') }))
    .describe('The words around the first hit, in pieces'),
});
export type FoundMessage = z.infer<typeof FoundMessage>;

export const searchContract = {
  searchMessages: operation('chats:read', { tool: true })
    .route({
      method: 'GET',
      path: '/conversations/messages',
      summary: 'Search what was said in conversations',
      description:
        'Messages with all of the words, latest first; of the last word a beginning is enough. What customers wrote and what was written by hand, not campaigns. Members without `chats:all` find what was said in conversations assigned to them.',
    })
    .input(PageInput.extend({ search: z.string().trim().min(1).max(100).describe('Words of messages') }))
    .output(pageOf(FoundMessage)),
};
