// Front door of rates: what an audience would cost, what was charged, what campaigns cost so far.
export { countCharges } from './charge-moves.ts';
export { costOfCampaigns } from './cost-of-campaigns.ts';
export { estimateCost } from './estimate-cost.ts';
export { estimateVariants, type VariantShare } from './estimate-variants.ts';
