// Puts campaigns side by side: figures, shares, costs.

import type { campaignsContract } from '#features/campaigns/campaigns.contract.ts';
import { pageOfCampaigns } from '#features/campaigns/campaigns.store.ts';
import { weighCampaigns } from '#features/campaigns/weigh-campaigns.ts';
import { notFound } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';

export const compareCampaigns: Handler<typeof campaignsContract.compare> = async (call, input) => {
  const ids = [...new Set(input.ids)];
  const { items } = await pageOfCampaigns(call, { ids, limit: ids.length });
  const rows = new Map(items.map((row) => [row.id, row]));
  const wanted = ids.map((id) => {
    const row = rows.get(id.toLowerCase());
    if (!row) throw notFound('campaign');
    return row;
  });
  return { campaigns: await weighCampaigns(call, wanted) };
};
