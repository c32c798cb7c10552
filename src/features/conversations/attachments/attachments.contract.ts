// What may be asked about what was exchanged in a conversation besides words: files, links, orders.
import { z } from 'zod';
import { PageInput, pageOf } from '#kit/paging.ts';
import { Id, Instant, operation } from '#operations/operation.ts';

/** Media: photos, videos, stickers. Audio counts as neither. */
export const ATTACHMENT_KINDS = ['media', 'documents', 'links', 'orders'] as const;

export const Attachment = z.object({
  messageId: Id,
  direction: z.enum(['in', 'out']),
  at: Instant,
  kind: z.string().describe('Kind of the message: image, video, document, text, order, …'),
  name: z.string().describe('Name of the file, caption, or first words of the message'),
  mimeType: z.string().nullable(),
  size: z.int().nullable().describe('Bytes'),
  links: z.array(z.string()).describe('Addresses that the message holds'),
  order: z
    .object({
      items: z.int().describe('Pieces ordered'),
      total: z.number().nullable(),
      currency: z.string().nullable(),
    })
    .nullable(),
});
export type Attachment = z.infer<typeof Attachment>;

export const attachmentsContract = {
  attachments: operation('chats:read', { tool: true })
    .route({
      method: 'GET',
      path: '/conversations/{id}/attachments',
      summary: 'List the files, links or orders of a conversation',
      description: 'Latest first. A file is read at /api/v1/messages/{messageId}/media.',
    })
    .input(PageInput.extend({ id: Id, of: z.enum(ATTACHMENT_KINDS).describe('What kind') }))
    .output(pageOf(Attachment)),
};
