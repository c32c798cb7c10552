// A day after the last wave of a planned campaign: its quality is read, and the plan is over.
import { sql } from 'kysely';
import { z } from 'zod';
import { publish } from '#events/publish.ts';
import { readCampaign } from '#features/campaigns/campaigns.store.ts';
import type { CampaignCall } from '#features/campaigns/campaigns.types.ts';
import { endPlan, lastCheck } from '#features/guardian/guardian.ts';
import { defineJob, enqueue } from '#jobs/jobs.ts';
import { now } from '#kit/clock.ts';

const DAY_MS = 86_400_000;
/** A reading of the quality that was asked for is there by then. */
const READING_MS = 60_000;

export const lastCheckJob = defineJob({
  name: 'campaigns.last_check',
  payload: z.object({ workspaceId: z.uuid(), campaignId: z.uuid() }),
  run: (services, { workspaceId, campaignId }) =>
    services.db.inWorkspace(workspaceId, async (tx) => {
      const call = { workspaceId, tx, now: now(), actor: { kind: 'system', name: 'guardian' } as const };
      // Nobody feeds or settles the campaign meanwhile.
      await sql`select pg_advisory_xact_lock(hashtextextended(${`campaign ${campaignId}`}, 0))`.execute(tx);
      const found = await lastCheck(call, campaignId);
      if (found === null) return;
      if (found === 'reading') return lookAgain(call, campaignId, new Date(call.now.getTime() + READING_MS));
      if ('due' in found) return lookAgain(call, campaignId, found.due);
      const { state } = await readCampaign(call, campaignId);
      await publish(call, 'campaign.changed', campaignId, { state });
    }),
});

/** The campaign is over: what was planned goes, and the wave that was sent last is looked at when its day is over. */
export async function endPlanned(call: CampaignCall, campaignId: string): Promise<void> {
  await endPlan(call, campaignId);
  await lookAgain(call, campaignId, new Date(call.now.getTime() + DAY_MS));
}

async function lookAgain(call: CampaignCall, campaignId: string, runAt: Date): Promise<void> {
  const payload = { workspaceId: call.workspaceId, campaignId };
  await enqueue(call.tx, lastCheckJob, payload, { key: `campaigns.last_check:${campaignId}`, runAt });
}
