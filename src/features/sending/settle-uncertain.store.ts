// The SQL by which people decide about messages of which nobody knows whether they left.
import { sql } from 'kysely';
import type { SendingCall } from './sending.types.ts';

export type Decision = 'send_again' | 'leave';

/**
 * Sends uncertain messages of these again at once, whatever else was planned for them, or waits for none of them any
 * more. What is being sent at this moment is left alone. Answers the ids of those that it concerned.
 */
export async function settleUncertain(
  call: SendingCall,
  messageIds: readonly string[],
  decision: Decision,
): Promise<string[]> {
  if (messageIds.length === 0) return [];
  const { rows } =
    decision === 'leave'
      ? await sql<{ id: string }>`
          delete from send_queue where workspace_id = ${call.workspaceId} and claimed_by is null
            and uncertain_since is not null and message_id = any(${messageIds}::uuid[])
          returning message_id as id`.execute(call.tx)
      : await sql<{ id: string }>`
          with uncertain as (
            select m.* from messages m
            where m.workspace_id = ${call.workspaceId} and m.id = any(${messageIds}::uuid[])
              and m.direction = 'out' and m.state = 'uncertain'
            order by m.id for no key update
          )
          insert into send_queue as q (workspace_id, message_id, number_id, contact_id, campaign_id, priority,
            marketing, due_at, resends)
          select u.workspace_id, u.id, u.number_id, u.contact_id, u.campaign_id,
            case when u.campaign_id is null then 0 else 9 end, coalesce(t.category = 'marketing', false),
            ${call.now}, 1
          from uncertain u
            left join campaigns c on c.workspace_id = u.workspace_id and c.id = u.campaign_id
            left join templates t on t.workspace_id = c.workspace_id and t.id = c.template_id
          on conflict (workspace_id, message_id) do update set uncertain_since = null, claim = null,
            claimed_at = null, may_resend = true, due_at = excluded.due_at, resends = q.resends + 1
            where q.claimed_by is null and q.uncertain_since is not null
          returning message_id as id`.execute(call.tx);
  return rows.map((row) => row.id);
}
