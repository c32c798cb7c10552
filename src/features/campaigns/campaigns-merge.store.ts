// The SQL that moves a contact's places in campaigns when two contacts become one.
import { sql } from 'kysely';
import type { CampaignCall } from './campaigns.types.ts';

/** Where both were in a campaign, the place of the one that stays is kept: nobody gets it twice. */
export async function moveRecipients(
  call: Pick<CampaignCall, 'tx' | 'workspaceId'>,
  from: string,
  to: string,
): Promise<void> {
  await sql`
    update campaign_recipients r set contact_id = ${to}
    where r.workspace_id = ${call.workspaceId} and r.contact_id = ${from}
      and not exists (select from campaign_recipients o where o.workspace_id = r.workspace_id
        and o.campaign_id = r.campaign_id and o.contact_id = ${to})`.execute(call.tx);
  await sql`delete from campaign_recipients
    where workspace_id = ${call.workspaceId} and contact_id = ${from}`.execute(call.tx);
}
