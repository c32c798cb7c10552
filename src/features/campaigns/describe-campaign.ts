// Reads a campaign as the world sees it, with what it cost so far.
import { costOfCampaigns } from '#features/rates/rates.ts';
import { firstInQueue } from '#features/sending/sending.ts';
import { now } from '#kit/clock.ts';
import type { Campaign } from './campaigns.contract.ts';
import { readCampaign } from './campaigns.store.ts';
import type { CampaignCall } from './campaigns.types.ts';
import { firstWaiting } from './campaigns-recipients.store.ts';
import { showCampaign } from './show-campaign.ts';
import { type Standing, waitsFor } from './waits-for.ts';

/** Throws `not_found`. */
export async function describeCampaign(
  call: Pick<CampaignCall, 'tx' | 'workspaceId'>,
  id: string,
): Promise<Campaign> {
  const row = await readCampaign(call, id);
  if (row.started_at === null) return showCampaign(row, { cost: null, waitsFor: null });
  const costs = await costOfCampaigns(call, [{ id, fallback: row.template_category ?? '' }]);
  const standing = row.state === 'running' ? await standingOf(call, id) : null;
  return showCampaign(row, {
    cost: costs.get(id) ?? null,
    waitsFor: standing && waitsFor(row, standing),
  });
}

async function standingOf(call: Pick<CampaignCall, 'tx' | 'workspaceId'>, id: string): Promise<Standing> {
  return { now: now(), first: await firstWaiting(call, id), queueDueAt: await firstInQueue(call, id) };
}
