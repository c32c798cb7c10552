// Makes a campaign a draft again that was scheduled, or was paused before it began; its job finds nothing to do.
import { sql } from 'kysely';
import type { campaignsContract } from '#features/campaigns/campaigns.contract.ts';
import { changeCourse } from '#features/campaigns/change-course.ts';
import { conflict } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';
import type { Handler } from '#operations/handle.ts';

export const unscheduleCampaign: Handler<typeof campaignsContract.unschedule> = (call, { id }) =>
  changeCourse(call, id, ['scheduled', 'paused'], 'unscheduled', async (campaign) => {
    const { started_at, scheduled_at, local_time } = campaign;
    if (started_at)
      throw conflict('campaign_started', 'This campaign has begun: resume it, or cancel it and make a copy.');
    const toCome = scheduled_at !== null && scheduled_at > call.now;
    return {
      state: 'draft',
      scheduled_at: null,
      local_time: null,
      // The draft keeps the time that it was to start at.
      wished_time: toCome ? (local_time ?? (await workspaceClock(call, scheduled_at))) : null,
      wished_each_zone: toCome && local_time !== null,
    };
  });

/** An instant as the workspace's clock shows it, `YYYY-MM-DDTHH:mm`. */
async function workspaceClock(call: Call, at: Date): Promise<string> {
  const { rows } = await sql<{ time: string }>`
    select to_char(${at}::timestamptz at time zone time_zone, 'YYYY-MM-DD"T"HH24:MI') as time
    from workspaces where id = ${call.workspaceId}`.execute(call.tx);
  return rows[0]!.time;
}
