// Lists campaigns, newest first.

import type { campaignsContract } from '#features/campaigns/campaigns.contract.ts';
import { pageOfCampaigns } from '#features/campaigns/campaigns.store.ts';
import { showSummary } from '#features/campaigns/show-campaign.ts';
import type { Handler } from '#operations/handle.ts';

export const listCampaigns: Handler<typeof campaignsContract.list> = async (call, input) => {
  const { items, nextCursor } = await pageOfCampaigns(call, input);
  return { items: items.map(showSummary), nextCursor };
};
