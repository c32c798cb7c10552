// The SQL that ends the place of deleted contacts in campaigns: who was not written to is counted as cancelled.
import { type RawBuilder, sql } from 'kysely';
import type { RecipientFilter } from './campaigns.contract.ts';
import type { CampaignCall } from './campaigns.types.ts';

type EraseCall = Pick<CampaignCall, 'tx' | 'workspaceId'>;

/** The figures of campaigns stay as they were; of the people stays how many came how far. */
export async function eraseRecipients(call: EraseCall, contactIds: readonly string[]): Promise<void> {
  await sql`
    with gone as (
      delete from campaign_recipients r where r.workspace_id = ${call.workspaceId}
        and r.contact_id = any(${contactIds}::uuid[])
      returning r.*
    ), facts as (
      select g.campaign_id, g.state = 'waiting' as waited, coalesce(m.state = 'queued', false) as queued,
        case when g.state = 'waiting' or m.state = 'queued' then 'cancelled'
          when g.state = 'started' then coalesce(m.state, 'cancelled') else g.state end as state,
        case when g.state in ('failed', 'excluded') then coalesce(g.reason, '') else '' end as reason,
        g.replied_at is not null as replied, g.clicked_at is not null as clicked,
        g.link_clicked_at is not null as link_clicked, g.opted_out_at is not null as opted_out
      from gone g left join messages m on m.workspace_id = g.workspace_id and m.id = g.message_id and g.state = 'started'
    ), kept as (
      insert into campaign_departed as d (workspace_id, campaign_id, state, reason, replied, clicked, link_clicked,
        opted_out, people)
      select ${call.workspaceId}::uuid, campaign_id, state, reason, replied, clicked, link_clicked, opted_out, count(*)
      from facts group by 2, 3, 4, 5, 6, 7, 8 order by 2, 3, 4, 5, 6, 7, 8
      on conflict (workspace_id, campaign_id, state, reason, replied, clicked, link_clicked, opted_out)
        do update set people = d.people + excluded.people
    ), moved as (
      select campaign_id, count(*) filter (where waited) as waiting, count(*) filter (where queued) as queued
      from facts group by 1
    )
    update campaigns c set waiting_count = c.waiting_count - moved.waiting, queued_count = c.queued_count - moved.queued,
      cancelled_count = c.cancelled_count + moved.waiting + moved.queued
    from moved where c.workspace_id = ${call.workspaceId} and c.id = moved.campaign_id
      and moved.waiting + moved.queued > 0`.execute(call.tx);
}

/** How many people of a figure were deleted. */
export async function countDeparted(
  call: EraseCall,
  campaignId: string,
  filter: RecipientFilter | undefined,
): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    select coalesce(sum(people), 0)::int as people from campaign_departed
    where workspace_id = ${call.workspaceId} and campaign_id = ${campaignId} and ${meets(filter)}`.execute(
    call.tx,
  );
  return rows[0]!.people;
}

const FURTHER: Partial<Record<RecipientFilter, string[]>> = {
  sent: ['sent', 'delivered', 'read'],
  delivered: ['delivered', 'read'],
};

/** Nobody of them waits any more. */
function meets(filter: RecipientFilter | undefined): RawBuilder<unknown> {
  switch (filter) {
    case undefined:
      return sql`true`;
    case 'replied':
    case 'clicked':
    case 'link_clicked':
    case 'opted_out':
      return sql.ref(filter);
    default:
      return sql`state = any(${FURTHER[filter] ?? [filter]}::text[])`;
  }
}
