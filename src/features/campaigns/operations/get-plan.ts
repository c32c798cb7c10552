// Reads the sending plan that a campaign follows.
import type { campaignsContract } from '#features/campaigns/campaigns.contract.ts';
import { readCampaign } from '#features/campaigns/campaigns.store.ts';
import { showPlan } from '#features/guardian/guardian.ts';
import type { Handler } from '#operations/handle.ts';

export const readPlan: Handler<typeof campaignsContract.plan> = async (call, { id }) => {
  await readCampaign(call, id);
  return { plan: await showPlan(call, id) };
};
