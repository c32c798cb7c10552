// Makes a draft whose audience are those whom a campaign failed to reach and another try may reach.

import { CampaignAudience, type campaignsContract } from '#features/campaigns/campaigns.contract.ts';
import { readCampaign } from '#features/campaigns/campaigns.store.ts';
import { estimateAudience } from '#features/campaigns/campaigns-audience.store.ts';
import { copyCampaign } from '#features/campaigns/copy-campaign.ts';
import { conflict } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';

export const retryFailed: Handler<typeof campaignsContract.retryFailed> = async (call, { id }) => {
  const campaign = await readCampaign(call, id);
  const audience = CampaignAudience.parse({
    requireConsent: CampaignAudience.parse(campaign.audience).requireConsent,
  });
  const marketing = campaign.template_category === 'marketing';
  const estimate = await estimateAudience(call, { audience, retryOf: id, marketing });
  if (estimate.audience === 0)
    throw conflict(
      'nobody_to_retry',
      'Nobody of this campaign failed for a reason that another try can mend.',
    );
  return copyCampaign(call, campaign, { suffix: ' (retry)', audience, retryOf: id });
};
