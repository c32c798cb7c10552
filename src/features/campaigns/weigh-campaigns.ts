// Adds to campaigns what makes them comparable: shares, and what they cost so far.
import { costOfCampaigns } from '#features/rates/rates.ts';
import { ratesOf } from './campaign-rates.ts';
import type { ComparedCampaign } from './campaigns.contract.ts';
import type { CampaignRow } from './campaigns.store.ts';
import type { CampaignCall } from './campaigns.types.ts';
import { showSummary } from './show-campaign.ts';

/** In the order of the rows; counts no recipients and asks for all costs at once. */
export async function weighCampaigns(
  call: Pick<CampaignCall, 'tx' | 'workspaceId'>,
  rows: readonly CampaignRow[],
): Promise<ComparedCampaign[]> {
  const started = rows.filter((row) => row.started_at !== null);
  const costs = await costOfCampaigns(
    call,
    started.map((row) => ({ id: row.id, fallback: row.template_category ?? '' })),
  );
  return rows.map((row) => {
    const summary = showSummary(row);
    return { ...summary, rates: ratesOf(summary.figures), cost: costs.get(row.id) ?? null };
  });
}
