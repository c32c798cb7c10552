// Gets a campaign with its figures.

import type { campaignsContract } from '#features/campaigns/campaigns.contract.ts';
import { describeCampaign } from '#features/campaigns/describe-campaign.ts';
import type { Handler } from '#operations/handle.ts';

export const getCampaign: Handler<typeof campaignsContract.get> = async (call, { id }) =>
  describeCampaign(call, id);
