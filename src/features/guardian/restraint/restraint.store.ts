// The SQL on what people got lately: read in batches, by the index of conversations' threads.
import { sql } from 'kysely';
import type { Call } from '#operations/call.ts';
import type { Lately } from './hold-of.ts';

type RestraintCall = Pick<Call, 'tx' | 'workspaceId' | 'now'>;

/**
 * Makes promotional messages of a workspace be decided upon one batch after the other, until the transaction ends:
 * two campaigns at once would not see what the other is about to send.
 */
export async function oneAtATime(call: RestraintCall): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`restraint ${call.workspaceId}`}, 0))`.execute(
    call.tx,
  );
}

/** Promotional campaigns besides this one that may have sent something within `days`. */
export async function otherCampaigns(
  call: RestraintCall,
  campaignId: string | null,
  days: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from campaigns c
      join templates t on t.workspace_id = c.workspace_id and t.id = c.template_id and t.category = 'marketing'
    where c.workspace_id = ${call.workspaceId} and c.started_at is not null
      and (c.completed_at is null or c.completed_at > ${call.now}::timestamptz - ${days} * interval '1 day')
      and c.id is distinct from ${campaignId}::uuid`.execute(call.tx);
  return rows.map((row) => row.id);
}

/** What these people got of the campaigns within `days`; people who got nothing are left out. */
export async function readLately(
  call: RestraintCall,
  contactIds: readonly string[],
  campaignIds: readonly string[],
  days: number,
): Promise<Map<string, Lately>> {
  const { rows } = await sql<{ contactId: string; messages: string[]; lastInboundAt: Date | null }>`
    select p.id as "contactId", m.times as messages, c.last_inbound_at as "lastInboundAt"
    from unnest(${contactIds}::uuid[]) p(id)
      join contacts c on c.workspace_id = ${call.workspaceId} and c.id = p.id
      cross join lateral (
        select array_agg(to_char(m.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) as times
        from conversations v
          join messages m on m.workspace_id = v.workspace_id and m.conversation_id = v.id
            and m.at > ${call.now}::timestamptz - ${days} * interval '1 day'
        where v.workspace_id = ${call.workspaceId} and v.contact_id = p.id and m.direction = 'out'
          and m.state <> 'failed' and m.campaign_id = any(${campaignIds}::uuid[])
      ) m
    where m.times is not null`.execute(call.tx);
  return new Map(
    rows.map((row) => [
      row.contactId,
      { messages: row.messages.map((at) => new Date(at)), lastInboundAt: row.lastInboundAt },
    ]),
  );
}
