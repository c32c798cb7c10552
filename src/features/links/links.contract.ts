// What the world may ask about short links: where a campaign's links lead, and how often they were followed.
import { z } from 'zod';
import { PageInput, pageOf } from '#kit/paging.ts';
import { Id, Instant, operation } from '#operations/operation.ts';

const Word = z.string().trim().max(100);
/** Parameters by which web analytics tell where a visitor came from. */
export const Utm = z.object({
  source: Word.optional().describe('utm_source, e.g. whatsapp'),
  medium: Word.optional().describe('utm_medium, e.g. campaign'),
  campaign: Word.optional().describe('utm_campaign'),
  term: Word.optional().describe('utm_term'),
  content: Word.optional().describe('utm_content'),
});
export type Utm = z.infer<typeof Utm>;

export const ShortLink = z.object({
  id: Id,
  destination: z.string().describe('Where it leads; contact fields as %%CODE%%'),
  variant: z.int().describe('Position of the variant that carries it; 0 without variants'),
  people: z.int().describe('People who followed it'),
  taps: z.int().describe('How often people followed it'),
  machines: z.int().describe('Calls by previews, scanners and crawlers: not counted as taps'),
  createdAt: Instant,
});
export type ShortLink = z.infer<typeof ShortLink>;

export const linksContract = {
  address: operation('campaigns:read')
    .route({
      method: 'GET',
      path: '/links/address',
      summary: 'Tell how short links begin',
      description: 'A template whose link button is this beginning followed by {{1}} is trackable.',
    })
    .input(z.object({}))
    .output(
      z.object({
        start: z.string().describe('e.g. https://shop.example/l/'),
        reachable: z.boolean().describe('Customers can reach it: it is no address of this machine only'),
      }),
    ),
  list: operation('campaigns:read', { tool: true })
    .route({
      method: 'GET',
      path: '/links',
      summary: 'List the short links of a campaign with their figures',
      description: 'A tap is counted within about a second; calls by machines are counted apart.',
    })
    .input(PageInput.extend({ campaignId: z.uuid().describe('The campaign whose messages carry them') }))
    .output(pageOf(ShortLink)),
};
