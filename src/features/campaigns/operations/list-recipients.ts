// Lists the recipients of a campaign.

import type { campaignsContract } from '#features/campaigns/campaigns.contract.ts';
import { readCampaign } from '#features/campaigns/campaigns.store.ts';
import { countDeparted } from '#features/campaigns/campaigns-erase.store.ts';
import { pageOfRecipients } from '#features/campaigns/campaigns-reading.store.ts';
import type { Handler } from '#operations/handle.ts';

export const listRecipients: Handler<typeof campaignsContract.recipients> = async (call, input) => {
  await readCampaign(call, input.id);
  const page = await pageOfRecipients(call, input);
  return { ...page, departed: await countDeparted(call, input.id, input.filter) };
};
