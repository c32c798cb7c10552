// The SQL on how people took what a number sent: the counters of its campaigns, never the messages themselves.
import { sql } from 'kysely';
import type { CampaignHealth, TemplateHealth } from '#features/guardian/watch.contract.ts';
import type { Call } from '#operations/call.ts';

type OutcomeCall = Pick<Call, 'tx' | 'workspaceId' | 'now'>;

type CampaignRow = Omit<CampaignHealth, 'startedAt'> & { startedAt: Date | null };

/** The last fifty that were started, newest first. */
export async function campaignOutcomes(call: OutcomeCall, numberId: string): Promise<CampaignRow[]> {
  const { rows } = await sql<CampaignRow>`
    select c.id, c.name, c.started_at as "startedAt", t.name as template,
      c.sent_count + c.delivered_count + c.read_count as sent, c.delivered_count + c.read_count as delivered,
      c.read_count as read, c.replied_count as replied, c.opted_out_count as "optedOut", c.failed_count as failed
    from campaigns c left join templates t on t.workspace_id = c.workspace_id and t.id = c.template_id
    where c.workspace_id = ${call.workspaceId} and c.number_id = ${numberId} and c.started_at is not null
    order by c.started_at desc, c.id desc limit 50`.execute(call.tx);
  return rows;
}

type TemplateRow = Omit<TemplateHealth, 'changedAt' | 'firstUsedAt'> & {
  changedAt: Date | null;
  firstUsedAt: Date | null;
};

/** Of the last 90 days, those that reached most people first. */
export async function templateOutcomes(call: OutcomeCall, numberId: string): Promise<TemplateRow[]> {
  const { rows } = await sql<TemplateRow>`
    select t.id, t.name, t.language, t.status, t.quality, s.at as "changedAt", u."firstUsedAt", u.campaigns,
      u.sent, u.delivered, u.read, u.replied, u."optedOut", u.failed
    from (
      select template_id, count(*)::int as campaigns, min(started_at) as "firstUsedAt",
        sum(sent_count + delivered_count + read_count)::int as sent, sum(delivered_count + read_count)::int as delivered,
        sum(read_count)::int as read, sum(replied_count)::int as replied, sum(opted_out_count)::int as "optedOut",
        sum(failed_count)::int as failed
      from campaigns
      where workspace_id = ${call.workspaceId} and number_id = ${numberId}
        and started_at > ${call.now}::timestamptz - interval '90 days'
      group by template_id
    ) u
      join templates t on t.workspace_id = ${call.workspaceId} and t.id = u.template_id
      left join lateral (
        select at from template_sightings where workspace_id = t.workspace_id and template_id = t.id
        order by at desc, id desc limit 1
      ) s on true
    order by u.sent desc, t.id limit 50`.execute(call.tx);
  return rows;
}
