// Reads the deals of an exported contact, with what was planned, what happened, and what was told to Meta.
import { sql } from 'kysely';
import type { ExportedContact } from './exported-contact.contract.ts';
import { all, isoText, type ReadCall } from './exported-rows.ts';

/** `notes`: with what the team wrote for itself, its plans included. */
export function readDealsOf(
  call: ReadCall,
  contactId: string,
  notes: boolean,
): Promise<ExportedContact['deals']> {
  return all(
    call,
    sql`
    select d.title, d.reference, p.name as pipeline, s.name as stage, d.state, u.name as owner, d.amount, d.currency,
      to_char(d.close_on, 'YYYY-MM-DD') as "closeDate", r.name as "lostReason",
      case when ${notes}::boolean then d.lost_note end as "lostNote", d.created_at as "createdAt",
      d.closed_at as "closedAt",
      coalesce((select jsonb_agg(jsonb_build_object('kind', a.kind, 'title', a.title, 'owner', o.name,
          'dueAt', ${isoText(sql`a.due_at`)}, 'doneAt', ${isoText(sql`a.done_at`)}) order by a.due_at, a.id)
        from deal_activities a left join users o on o.id = a.owner_id
        where a.workspace_id = d.workspace_id and a.deal_id = d.id and ${notes}::boolean), '[]') as activities,
      coalesce((select jsonb_agg(jsonb_build_object('kind', h.kind, 'changes', case when ${notes}::boolean
            then h.changes else jsonb_path_query_array(h.changes, '$[*] ? (@.field != "lostNote")') end,
          'activity', h.activity, 'by', coalesce(h.actor ->> 'name', ''), 'at', ${isoText(sql`h.at`)})
          order by h.at, h.id)
        from deal_history h where h.workspace_id = d.workspace_id and h.deal_id = d.id
          and (${notes}::boolean or h.activity is null)), '[]') as timeline
    from deal_contacts c
      join deals d on d.workspace_id = c.workspace_id and d.id = c.deal_id
      join pipelines p on p.workspace_id = d.workspace_id and p.id = d.pipeline_id
      join stages s on s.workspace_id = d.workspace_id and s.id = d.stage_id
      left join lost_reasons r on r.workspace_id = d.workspace_id and r.id = d.lost_reason_id
      left join users u on u.id = d.owner_id
    where c.workspace_id = ${call.workspaceId} and c.contact_id = ${contactId} order by d.created_at, d.id`,
  );
}

/** What of their deals was told to Meta. */
export function readConversionsOf(
  call: ReadCall,
  contactId: string,
): Promise<ExportedContact['conversions']> {
  return all(
    call,
    sql`
    select d.title as deal, e.kind, e.happened_at as at, e.state, e.reason, e.settled_at as "settledAt"
    from conversion_events e join deals d on d.workspace_id = e.workspace_id and d.id = e.deal_id
    where e.workspace_id = ${call.workspaceId} and e.contact_id = ${contactId} order by e.happened_at, e.id`,
  );
}
