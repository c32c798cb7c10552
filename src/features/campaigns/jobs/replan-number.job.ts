// Has the plans of a number's campaigns made anew, after what the number may do changed.
import { sql } from 'kysely';
import { z } from 'zod';
import { publish } from '#events/publish.ts';
import { raise } from '#events/signals.ts';
import { noteNextDue, readCampaign } from '#features/campaigns/campaigns.store.ts';
import { CAMPAIGN_SIGNAL, type CampaignCall } from '#features/campaigns/campaigns.types.ts';
import { replan } from '#features/guardian/guardian.ts';
import { defineJob } from '#jobs/jobs.ts';
import { now } from '#kit/clock.ts';

export const replanNumberJob = defineJob({
  name: 'campaigns.replan_number',
  payload: z.object({ workspaceId: z.uuid(), numberId: z.uuid() }),
  async run(services, { workspaceId, numberId }) {
    const within = <T>(work: (call: CampaignCall) => Promise<T>) =>
      services.db.inWorkspace(workspaceId, (tx) =>
        work({ workspaceId, tx, now: now(), actor: { kind: 'system', name: 'guardian' } }),
      );
    for (const id of await within((call) => plannedOf(call, numberId))) {
      await within(async (call) => {
        // Nobody feeds the campaign meanwhile.
        await sql`select pg_advisory_xact_lock(hashtextextended(${`campaign ${id}`}, 0))`.execute(call.tx);
        const campaign = await readCampaign(call, id);
        if (!OPEN.includes(campaign.state) || !(await replan(call, id))) return;
        await noteNextDue(call, campaign, null);
        await publish(call, 'campaign.changed', id, { state: campaign.state });
      });
      await raise(services.db, CAMPAIGN_SIGNAL, [id]);
    }
  },
});

const OPEN: readonly string[] = ['running', 'paused'];

async function plannedOf(call: CampaignCall, numberId: string): Promise<string[]> {
  const rows = await call.tx
    .selectFrom('campaigns')
    .select('id')
    .where('workspace_id', '=', call.workspaceId)
    .where('number_id', '=', numberId)
    .where('planned', '=', true)
    .where('state', 'in', ['running', 'paused'])
    .orderBy('id')
    .execute();
  return rows.map((row) => row.id);
}
