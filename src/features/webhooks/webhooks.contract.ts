// What may be asked about the webhooks that WhatsApp sent: what arrived, what could not be understood, trying again.
import { z } from 'zod';
import { PageInput, pageOf } from '#kit/paging.ts';
import { Done, Id, Instant, operation } from '#operations/operation.ts';

export const WEBHOOK_STATES = ['pending', 'done', 'failed'] as const;

export const ReceivedWebhook = z.object({
  id: Id,
  receivedAt: Instant,
  state: z.enum(WEBHOOK_STATES).describe('pending: waits to be read; failed: reading failed several times'),
  attempts: z.int().describe('How often reading failed'),
  failure: z.string().nullable().describe('Why reading failed last'),
  unknown: z.array(z.string()).describe('What in it was not understood, or is not used'),
  size: z.int().describe('Bytes'),
});
export type ReceivedWebhook = z.infer<typeof ReceivedWebhook>;

export const webhooksContract = {
  list: operation('numbers:write')
    .route({
      method: 'GET',
      path: '/received-webhooks',
      summary: 'List webhooks that arrived from WhatsApp',
      description: 'Newest first. Bodies are kept for 30 days, failed and unknown ones for 90.',
    })
    .input(
      PageInput.extend({
        show: z
          .enum(['attention', 'all'])
          .default('attention')
          .describe('attention: those that failed or hold something unknown'),
      }),
    )
    .output(pageOf(ReceivedWebhook)),
  get: operation('numbers:write')
    .route({ method: 'GET', path: '/received-webhooks/{id}', summary: 'Get a webhook with its body' })
    .input(z.object({ id: Id }))
    .output(ReceivedWebhook.extend({ body: z.string().describe('The body as it arrived') })),
  retry: operation('numbers:write')
    .route({
      method: 'POST',
      path: '/received-webhooks/{id}/retry',
      summary: 'Read a webhook again',
      description: 'Harmless for what was read before: nothing is taken in twice.',
    })
    .input(z.object({ id: Id }))
    .output(Done),
};
