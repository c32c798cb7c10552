// Deletes a draft.
import { publish } from '#events/publish.ts';
import type { campaignsContract } from '#features/campaigns/campaigns.contract.ts';
import { lockCampaign } from '#features/campaigns/campaigns.store.ts';
import { deleteCampaign as deleteRow } from '#features/campaigns/campaigns-writing.store.ts';
import { conflict } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';
import { done } from '#operations/operation.ts';

export const deleteCampaign: Handler<typeof campaignsContract.delete> = async (call, { id }) => {
  const campaign = await lockCampaign(call, id);
  if (campaign.state !== 'draft')
    throw conflict(
      `campaign_${campaign.state}`,
      'Only drafts can be deleted: what was sent is kept. Make a scheduled campaign a draft first.',
    );
  await deleteRow(call, id);
  await publish(call, 'campaign.changed', id, { state: 'deleted' });
  return done;
};
