// Reads a campaign as the world sees it, with what it cost so far.
import { costOfCampaigns } from '#features/rates/rates.ts';
import type { Campaign } from './campaigns.contract.ts';
import { readCampaign } from './campaigns.store.ts';
import type { CampaignCall } from './campaigns.types.ts';
import { showCampaign } from './show-campaign.ts';

/** Throws `not_found`. */
export async function describeCampaign(
  call: Pick<CampaignCall, 'tx' | 'workspaceId'>,
  id: string,
): Promise<Campaign> {
  const row = await readCampaign(call, id);
  if (row.started_at === null) return showCampaign(row, null);
  const costs = await costOfCampaigns(call, [{ id, fallback: row.template_category ?? '' }]);
  return showCampaign(row, costs.get(id) ?? null);
}
