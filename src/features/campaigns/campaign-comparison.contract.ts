// The shapes of a comparison: campaigns side by side, what became of each as shares.
import { z } from 'zod';
import { CostSoFar } from '#features/rates/rates.contract.ts';
import { Id } from '#operations/operation.ts';
import { CampaignSummary } from './campaign-shapes.contract.ts';

export const LEAST_COMPARED = 2;
export const MOST_COMPARED = 10;

export const CAMPAIGN_RATES = [
  'delivered',
  'read',
  'clicked',
  'linkClicked',
  'replied',
  'optedOut',
  'failed',
] as const;
export type CampaignRate = (typeof CAMPAIGN_RATES)[number];

const Share = z.number().nullable().describe('0.25 is a quarter; null: there is nothing to take a share of');

export const CampaignRates = z
  .object({
    delivered: Share,
    read: Share,
    clicked: Share,
    linkClicked: Share,
    replied: Share,
    optedOut: Share,
    failed: Share,
  } satisfies Record<CampaignRate, typeof Share>)
  .describe('Shares of the people whom it was sent to; `failed` of the whole audience');
export type CampaignRates = z.infer<typeof CampaignRates>;

export const ComparedIds = z
  .array(Id)
  .min(LEAST_COMPARED, 'Choose at least 2 campaigns')
  .max(MOST_COMPARED, 'Choose at most 10 campaigns')
  .describe('Campaigns in the order in which they are wanted, such as `ids[0]=…&ids[1]=…`; each counts once');

export const ComparedCampaign = CampaignSummary.extend({
  rates: CampaignRates,
  cost: CostSoFar.nullable().describe('What was charged so far; null before the first delivery'),
});
export type ComparedCampaign = z.infer<typeof ComparedCampaign>;

export const CampaignComparison = z.object({ campaigns: z.array(ComparedCampaign) });
