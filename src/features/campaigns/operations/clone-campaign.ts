// Makes a draft like a campaign.

import type { campaignsContract } from '#features/campaigns/campaigns.contract.ts';
import { readCampaign } from '#features/campaigns/campaigns.store.ts';
import { copyCampaign } from '#features/campaigns/copy-campaign.ts';
import type { Handler } from '#operations/handle.ts';

export const cloneCampaign: Handler<typeof campaignsContract.clone> = async (call, { id }) => {
  const campaign = await readCampaign(call, id);
  return copyCampaign(call, campaign, {
    suffix: ' (copy)',
    audience: campaign.audience,
    retryOf: campaign.retry_of,
  });
};
