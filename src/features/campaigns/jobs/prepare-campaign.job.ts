// Freezes a campaign's audience and lets it run.
import { z } from 'zod';
import { publish } from '#events/publish.ts';
import { raise } from '#events/signals.ts';
import { CampaignAudience } from '#features/campaigns/campaigns.contract.ts';
import { changeState, lockCampaign } from '#features/campaigns/campaigns.store.ts';
import { CAMPAIGN_SIGNAL, type CampaignCall } from '#features/campaigns/campaigns.types.ts';
import { freezeAudience, noteFrozen } from '#features/campaigns/campaigns-audience.store.ts';
import { makeDueLocally } from '#features/campaigns/campaigns-local-time.store.ts';
import { changeSplitState, splitAudience, variantsOf } from '#features/campaigns/campaigns-split.store.ts';
import { sendOf } from '#features/campaigns/guardian-send.ts';
import { notStarted } from '#features/campaigns/not-started.ts';
import { assertReady } from '#features/campaigns/readiness.ts';
import { recategorised } from '#features/campaigns/recategorised.ts';
import { sendSmsToUnreachable } from '#features/campaigns/sms-fallback.ts';
import { tellNotStarted } from '#features/campaigns/tell-owners.ts';
import { isPromotional } from '#features/campaigns/variant-categories.ts';
import { makePlan, preflight, refuse } from '#features/guardian/guardian.ts';
import { defineJob } from '#jobs/jobs.ts';
import { now } from '#kit/clock.ts';
import { AppError } from '#kit/errors.ts';

export const prepareCampaignJob = defineJob({
  name: 'campaigns.prepare',
  payload: z.object({ workspaceId: z.uuid(), campaignId: z.uuid() }),
  async run(services, { workspaceId, campaignId }) {
    await services.db.inWorkspace(workspaceId, async (tx) => {
      const call: CampaignCall = {
        workspaceId,
        tx,
        now: now(),
        actor: { kind: 'system', name: 'campaigns' },
      };
      const campaign = await lockCampaign(call, campaignId);
      if (campaign.state !== 'preparing') return;
      const changed = recategorised(campaign);
      if (changed) {
        await changeState(call, campaignId, ['preparing'], { state: 'paused', paused: changed });
        // Told as what stops a running campaign is.
        await publish(call, 'campaign.stopped', campaignId, { ...changed, params: changed.params ?? {} });
        await publish(call, 'campaign.changed', campaignId, { state: 'paused' });
        return;
      }
      try {
        await assertReady({ ...call, services }, campaign);
        // Days may lie between scheduling and now: the guardian looks again.
        if (!campaign.started_at) refuse(await preflight(call, await sendOf(call, campaign)));
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        const { say, ...paused } = notStarted(error);
        await changeState(call, campaignId, ['preparing'], { state: 'paused', paused });
        // Who starts it by hand sees it; nobody may be looking at a scheduled one.
        if (campaign.scheduled_at) await tellNotStarted({ ...call, services }, campaign, say);
        await publish(call, 'campaign.changed', campaignId, { state: 'paused' });
        return;
      }
      const frozen = await freezeAudience(call, campaignId, {
        audience: CampaignAudience.parse(campaign.audience),
        retryOf: campaign.retry_of,
        marketing: isPromotional(campaign),
      });
      await noteFrozen(call, campaignId, frozen);
      if (frozen.excluded.unreachable) await sendSmsToUnreachable(call, campaignId);
      if (campaign.local_time) await makeDueLocally(call, campaignId, campaign.local_time);
      if (campaign.split) {
        await splitAudience(call, campaignId, variantsOf(campaign, campaign.split), {
          warmestFirst: campaign.planned,
        });
        await changeSplitState(call, campaignId, { phase: 'testing' });
      }
      if (campaign.planned && frozen.audience > 0) await makePlan(call, campaignId, campaign.number_id!);
      await changeState(call, campaignId, ['preparing'], { state: 'running', started_at: call.now });
      await publish(call, 'campaign.changed', campaignId, { state: 'running' });
    });
    await raise(services.db, CAMPAIGN_SIGNAL, [campaignId]);
  },
});
