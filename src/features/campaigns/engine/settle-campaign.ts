// Takes back what a paused or cancelled campaign had queued, until nothing of it is left to be sent.

import { lockCampaign, moveFigures, noteSettled } from '#features/campaigns/campaigns.store.ts';
import type { CampaignCall } from '#features/campaigns/campaigns.types.ts';
import { cancelWaiting, changeRecipients } from '#features/campaigns/campaigns-recipients.store.ts';
import { endPlanned } from '#features/campaigns/jobs/last-check.job.ts';
import { countBulk, takeBackFed } from '#features/guardian/guardian.ts';
import { mayStillLeave, withdrawQueued } from '#features/sending/sending.ts';

const MOST_AT_ONCE = 20_000;

/** One step, in a transaction; true when there is more to do at once. */
export async function settleCampaign(call: CampaignCall, campaignId: string): Promise<boolean> {
  // Nobody resumes it between what is read here and what is taken back.
  const campaign = await lockCampaign(call, campaignId);
  const cancelled = campaign.state === 'cancelled';
  if (campaign.state !== 'paused' && !cancelled) {
    await noteSettled(call, campaignId);
    return false;
  }
  const back = await withdrawQueued(call, campaignId);
  await changeRecipients(
    call,
    campaignId,
    back.map((contactId) => ({ contactId, state: cancelled ? 'cancelled' : 'waiting' })),
  );
  if (campaign.number_id) await countBulk(call, campaign.number_id, -back.length);
  if (campaign.planned)
    await (cancelled ? endPlanned(call, campaignId) : takeBackFed(call, campaignId, back.length));
  const stopped = cancelled ? await cancelWaiting(call, campaignId, MOST_AT_ONCE) : 0;
  const left = await mayStillLeave(call, campaignId);
  if (back.length + stopped > 0)
    await moveFigures(call, campaignId, {
      queued: -back.length,
      ...(cancelled ? { waiting: -stopped, cancelled: back.length + stopped } : { waiting: back.length }),
    });
  if (left === 0 && stopped < MOST_AT_ONCE) await noteSettled(call, campaignId);
  return stopped === MOST_AT_ONCE;
}
