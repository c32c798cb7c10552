// Gets a campaign with its figures.

import type { campaignsContract } from '#features/campaigns/campaigns.contract.ts';
import { readCampaign } from '#features/campaigns/campaigns.store.ts';
import { showCampaign } from '#features/campaigns/show-campaign.ts';
import type { Handler } from '#operations/handle.ts';

export const getCampaign: Handler<typeof campaignsContract.get> = async (call, { id }) =>
  showCampaign(await readCampaign(call, id));
