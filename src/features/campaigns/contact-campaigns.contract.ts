// What may be asked about the campaigns that one contact was a recipient of.
import { z } from 'zod';
import { PageInput, pageOf } from '#kit/paging.ts';
import { Id, Instant, operation } from '#operations/operation.ts';

export const ContactCampaign = z.object({
  campaignId: Id,
  name: z.string(),
  at: Instant.describe('When the message was written, or the campaign began'),
  state: z
    .string()
    .describe('How far it got: waiting, excluded, cancelled, failed, or the state of the message'),
  repliedAt: Instant.nullable(),
  clickedAt: Instant.nullable().describe('First tap of a button or link'),
  optedOutAt: Instant.nullable(),
});

export const contactCampaignsContract = {
  ofContact: operation('contacts:read', { tool: true })
    .route({
      method: 'GET',
      path: '/contacts/{contactId}/campaigns',
      summary: 'List the campaigns that a contact was a recipient of',
      description: 'Latest first. Members without `chats:all` ask about contacts assigned to them.',
    })
    .input(PageInput.extend({ contactId: Id }))
    .output(pageOf(ContactCampaign)),
};
