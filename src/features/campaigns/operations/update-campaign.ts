// Changes a draft or scheduled campaign; its name at any time.
import { publish } from '#events/publish.ts';
import type { campaignsContract } from '#features/campaigns/campaigns.contract.ts';
import { lockCampaign } from '#features/campaigns/campaigns.store.ts';
import { EDITABLE } from '#features/campaigns/campaigns.types.ts';
import { updateCampaign } from '#features/campaigns/campaigns-writing.store.ts';
import { checkReferences } from '#features/campaigns/check-references.ts';
import { describeCampaign } from '#features/campaigns/describe-campaign.ts';
import { writeOf } from '#features/campaigns/write-of.ts';
import { conflict } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';

export const changeCampaign: Handler<typeof campaignsContract.update> = async (call, input) => {
  const { id, ...changes } = input;
  const campaign = await lockCampaign(call, id);
  const write = writeOf(changes);
  const onlyName = Object.keys(write).every((key) => key === 'name');
  if (!onlyName && !EDITABLE.includes(campaign.state))
    throw conflict(
      'campaign_started',
      'This campaign has started: only its name can be changed. Clone it to send something else.',
    );
  await checkReferences(call, write);
  await updateCampaign(call, id, write);
  await publish(call, 'campaign.changed', id, { state: campaign.state });
  return describeCampaign(call, id);
};
