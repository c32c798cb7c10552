// The SQL on what campaigns send by SMS.
import { sql } from 'kysely';
import type { CampaignCall } from './campaigns.types.ts';

export const SMS_FIGURES = ['queued', 'sent', 'delivered', 'failed'] as const;
export type SmsFigure = (typeof SMS_FIGURES)[number];

export type Fallback = { text: string; marketing: boolean; requireConsent: boolean; accountName: string };

/** What goes by SMS; null when the campaign has none, or was cancelled. */
export async function fallbackOf(call: CampaignCall, campaignId: string): Promise<Fallback | null> {
  const { rows } = await sql<Fallback>`
    select c.sms_text as text, coalesce(t.category, 'marketing') = 'marketing' as marketing,
      coalesce((c.audience ->> 'requireConsent')::boolean, false) as "requireConsent", w.name as "accountName"
    from campaigns c join workspaces w on w.id = c.workspace_id
      left join templates t on t.workspace_id = c.workspace_id and t.id = c.template_id
    where c.workspace_id = ${call.workspaceId} and c.id = ${campaignId} and c.sms_text is not null
      and c.state <> 'cancelled'`.execute(call.tx);
  return rows[0] ?? null;
}

/** Contacts whom the freeze left out as not reachable, after `after`. */
export async function unreachableOf(
  call: CampaignCall,
  campaignId: string,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select contact_id as id from campaign_recipients
    where workspace_id = ${call.workspaceId} and campaign_id = ${campaignId} and state = 'excluded'
      and reason = 'unreachable' and (${after}::uuid is null or contact_id > ${after}::uuid)
    order by contact_id limit ${limit}`.execute(call.tx);
  return rows.map((row) => row.id);
}

/** Of these contacts, those who got an SMS of a campaign that this one tries again: they hear it once. */
export async function heardBefore(
  call: CampaignCall,
  campaignId: string,
  contactIds: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    with recursive earlier(id) as (
      select retry_of from campaigns where workspace_id = ${call.workspaceId} and id = ${campaignId}
      union select c.retry_of from earlier e
        join campaigns c on c.workspace_id = ${call.workspaceId} and c.id = e.id
    )
    select s.contact_id as id from earlier e
      join sms_messages s on s.workspace_id = ${call.workspaceId} and s.campaign_id = e.id
    where s.contact_id = any(${contactIds}::uuid[]) and s.state not in ('failed', 'withheld')`.execute(
    call.tx,
  );
  return new Set(rows.map((row) => row.id));
}

export async function moveSmsFigures(
  call: CampaignCall,
  campaignId: string,
  deltas: Partial<Record<SmsFigure, number>>,
): Promise<void> {
  const sets = SMS_FIGURES.filter((name) => deltas[name]).map((name) => {
    const column = sql.ref(`sms_${name}_count`);
    return sql`${column} = ${column} + ${deltas[name]}`;
  });
  if (sets.length === 0) return;
  await sql`update campaigns set ${sql.join([...sets, sql`unannounced = true`])}
    where workspace_id = ${call.workspaceId} and id = ${campaignId}`.execute(call.tx);
}
