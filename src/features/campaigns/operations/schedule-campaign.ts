// Starts a campaign at a time, exact in the workspace's time zone.
import type { campaignsContract } from '#features/campaigns/campaigns.contract.ts';
import type { CampaignRow } from '#features/campaigns/campaigns.store.ts';
import { EDITABLE } from '#features/campaigns/campaigns.types.ts';
import { variantsOf } from '#features/campaigns/campaigns-split.store.ts';
import { changeCourse } from '#features/campaigns/change-course.ts';
import { sendOf } from '#features/campaigns/guardian-send.ts';
import { instantOf } from '#features/campaigns/instant-of.ts';
import { startScheduledJob } from '#features/campaigns/jobs/start-scheduled.job.ts';
import { earliestAnywhere } from '#features/campaigns/local-time.ts';
import { assertReady } from '#features/campaigns/readiness.ts';
import { categoriesOf } from '#features/campaigns/variant-categories.ts';
import { clearForStart } from '#features/guardian/guardian.ts';
import { enqueue } from '#jobs/jobs.ts';
import { badInput, conflict } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';

const FURTHEST_MS = 2 * 366 * 86_400_000;

export const scheduleCampaign: Handler<typeof campaignsContract.schedule> = (call, input) =>
  changeCourse(call, input.id, EDITABLE, 'scheduled', async (campaign) => {
    const wished = await instantOf(call, input.at);
    if (wished.getTime() <= call.now.getTime())
      throw badInput([{ path: 'at', message: 'Choose a time in the future, or start the campaign now' }]);
    if (wished.getTime() > call.now.getTime() + FURTHEST_MS)
      throw badInput([{ path: 'at', message: 'Choose a time within the next two years' }]);
    if (input.eachCustomersZone) assertLocal(campaign, input.at);
    const first = input.eachCustomersZone ? earliestAnywhere(input.at) : wished;
    // Whose clock is past the time already gets it at once.
    const instant = first > call.now ? first : call.now;
    await assertReady(call, campaign, instant);
    await clearForStart(call, { ...(await sendOf(call, campaign)), startsAt: instant }, input.reasons);
    await enqueue(
      call.tx,
      startScheduledJob,
      { workspaceId: call.workspaceId, campaignId: campaign.id, at: instant.toISOString() },
      { key: `campaign start ${campaign.id}`, runAt: instant },
    );
    const local_time = input.eachCustomersZone ? input.at.slice(0, 16) : null;
    const started_categories = categoriesOf(campaign);
    return { state: 'scheduled', scheduled_at: instant, local_time, started_categories };
  });

/** Throws where everybody's own time cannot be. */
function assertLocal(campaign: CampaignRow, at: string): void {
  if (/(Z|[+-]\d\d:?\d\d)$/.test(at))
    throw badInput([
      { path: 'at', message: 'Give a clock time without a zone, such as 2026-11-21T09:00:00' },
    ]);
  if (campaign.split && variantsOf(campaign, campaign.split).reduce((sum, { share }) => sum + share, 0) < 100)
    throw conflict(
      'split_local_time',
      'A winner cannot be waited for when everybody has a time of their own: let the shares add up to 100 %, or choose one time for all.',
    );
}
