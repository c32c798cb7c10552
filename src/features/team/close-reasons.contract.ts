// What may be asked about the reasons that are offered when a conversation is closed.
import { z } from 'zod';
import { operation } from '#operations/operation.ts';

export const CloseReasons = z.object({
  reasons: z
    .array(z.string().trim().min(1, 'A reason needs words').max(200, 'At most 200 characters'))
    .max(50)
    .describe('In the order in which they are offered'),
});
export type CloseReasons = z.infer<typeof CloseReasons>;

export const closeReasonsContract = {
  getCloseReasons: operation('chats:read', { tool: true })
    .route({
      method: 'GET',
      path: '/team/close-reasons',
      summary: 'List the reasons offered when a conversation is closed',
    })
    .input(z.object({}))
    .output(CloseReasons),
  setCloseReasons: operation('chats:assign')
    .route({
      method: 'PUT',
      path: '/team/close-reasons',
      summary: 'Set the reasons offered when a conversation is closed',
      description: 'Others may still be written in words. Conversations that are closed keep theirs.',
    })
    .input(CloseReasons)
    .output(CloseReasons),
};
