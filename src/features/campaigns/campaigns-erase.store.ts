// The SQL that ends the place of deleted contacts in campaigns: who was not written to is counted as cancelled.
import { sql } from 'kysely';
import type { CampaignCall } from './campaigns.types.ts';

/** The figures of campaigns stay as they were; the rows of the people go with them. */
export async function eraseRecipients(
  call: Pick<CampaignCall, 'tx' | 'workspaceId'>,
  contactIds: readonly string[],
): Promise<void> {
  await sql`
    with gone as (
      delete from campaign_recipients r where r.workspace_id = ${call.workspaceId}
        and r.contact_id = any(${contactIds}::uuid[])
      returning r.campaign_id, r.state, r.message_id
    ), moved as (
      select g.campaign_id, count(*) filter (where g.state = 'waiting') as waiting,
        count(*) filter (where m.state = 'queued') as queued
      from gone g left join messages m on m.workspace_id = ${call.workspaceId} and m.id = g.message_id and g.state = 'started'
      group by 1
    )
    update campaigns c set waiting_count = c.waiting_count - moved.waiting, queued_count = c.queued_count - moved.queued,
      cancelled_count = c.cancelled_count + moved.waiting + moved.queued
    from moved where c.workspace_id = ${call.workspaceId} and c.id = moved.campaign_id
      and moved.waiting + moved.queued > 0`.execute(call.tx);
}
