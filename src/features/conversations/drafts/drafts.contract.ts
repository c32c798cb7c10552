// What a person began to write in a conversation and has not sent, on whatever device.
import { z } from 'zod';
import { Done, Id, operation } from '#operations/operation.ts';

export const DraftSide = z
  .enum(['reply', 'note'])
  .describe('An answer to the customer, or a note for the team');
export type DraftSide = z.infer<typeof DraftSide>;

export const Drafts = z.object({
  reply: z.string().describe('Empty when there is none'),
  note: z.string().describe('Empty when there is none'),
});
export type Drafts = z.infer<typeof Drafts>;

export const draftsContract = {
  drafts: operation('chats:write')
    .route({
      method: 'GET',
      path: '/conversations/{id}/drafts',
      summary: 'Get what you began to write in a conversation',
      description: 'Of the signed-in person alone: nobody reads the drafts of others.',
    })
    .input(z.object({ id: Id }))
    .output(Drafts),
  saveDraft: operation('chats:write')
    .route({
      method: 'PUT',
      path: '/conversations/{id}/drafts/{side}',
      summary: 'Keep what you began to write in a conversation',
      description: 'An empty text removes the draft.',
    })
    .input(
      z.object({
        id: Id,
        side: DraftSide,
        text: z.string().max(4096).describe('What was written so far; empty forgets it'),
      }),
    )
    .output(Done),
};
