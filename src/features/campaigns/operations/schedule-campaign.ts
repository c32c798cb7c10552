// Starts a campaign at a time, exact in the workspace's time zone.
import { sql } from 'kysely';
import type { campaignsContract } from '#features/campaigns/campaigns.contract.ts';
import { EDITABLE } from '#features/campaigns/campaigns.types.ts';
import { changeCourse } from '#features/campaigns/change-course.ts';
import { sendOf } from '#features/campaigns/guardian-send.ts';
import { startScheduledJob } from '#features/campaigns/jobs/start-scheduled.job.ts';
import { assertReady } from '#features/campaigns/readiness.ts';
import { clearForStart } from '#features/guardian/guardian.ts';
import { enqueue } from '#jobs/jobs.ts';
import { badInput } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';
import type { Handler } from '#operations/handle.ts';

export const scheduleCampaign: Handler<typeof campaignsContract.schedule> = (call, { id, at, reasons }) =>
  changeCourse(call, id, EDITABLE, 'scheduled', async (campaign) => {
    const instant = await instantOf(call, at);
    if (instant.getTime() <= call.now.getTime())
      throw badInput([{ path: 'at', message: 'Choose a time in the future, or start the campaign now' }]);
    await assertReady(call, campaign);
    await clearForStart(call, { ...(await sendOf(call, campaign)), startsAt: instant }, reasons);
    await enqueue(
      call.tx,
      startScheduledJob,
      { workspaceId: call.workspaceId, campaignId: id, at: instant.toISOString() },
      { key: `campaign start ${id}`, runAt: instant },
    );
    return { state: 'scheduled', scheduled_at: instant, started_category: campaign.template_category };
  });

/** A time without an offset is a time of the workspace; the database knows the zones' rules. */
async function instantOf(call: Call, at: string): Promise<Date> {
  if (/(Z|[+-]\d\d:?\d\d)$/.test(at)) return new Date(at);
  const { rows } = await sql<{ at: Date }>`
    select ${at}::timestamp at time zone time_zone as at from workspaces where id = ${call.workspaceId}`.execute(
    call.tx,
  );
  return rows[0]!.at;
}
