// The SQL that puts messages back into the queue which the provider took and then told to have failed.
import { sql } from 'kysely';
import type { SendingCall } from './sending.types.ts';

export type Again = {
  id: string;
  dueAt: Date;
  /** Tries so far. */
  attempts: number;
};

/**
 * In the transaction that moved them to `queued`. The provider gives a new id at the next try. What the queue knew is
 * read again: bulk is what a campaign sends, marketing what a template of no other category is.
 */
export async function sendAgain(call: SendingCall, all: readonly Again[]): Promise<void> {
  if (all.length === 0) return;
  await sql`
    with again as (
      update messages m set provider_id = null
      from unnest(${all.map((one) => one.id)}::uuid[], ${all.map((one) => one.dueAt)}::timestamptz[],
        ${all.map((one) => one.attempts)}::int[]) a(id, due_at, attempts)
      where m.workspace_id = ${call.workspaceId} and m.id = a.id
      returning m.*, a.due_at, a.attempts
    )
    insert into send_queue (workspace_id, message_id, number_id, contact_id, campaign_id, priority, marketing, due_at,
      attempts, time_to_live_seconds)
    select m.workspace_id, m.id, m.number_id, m.contact_id, m.campaign_id,
      case when m.campaign_id is not null then 9 when m.author ->> 'kind' = 'person' then 0 else 5 end,
      m.kind = 'template' and coalesce(t.category = 'marketing', true), m.due_at, m.attempts, t.time_to_live_seconds
    from again m
      join numbers n on n.workspace_id = m.workspace_id and n.id = m.number_id
      left join lateral (
        select category, time_to_live_seconds from templates
        where workspace_id = m.workspace_id and account_id = n.account_id and name = m.content ->> 'name'
          and language = m.content ->> 'language'
        order by deleted_at desc nulls first limit 1
      ) t on true
    on conflict do nothing`.execute(call.tx);
}
