// Reads everything that is kept of one contact, besides the conversations themselves.
import { sql } from 'kysely';
import { readFields } from '#features/fields/fields.ts';
import { notFound } from '#kit/errors.ts';
import { iso } from '#operations/operation.ts';
import { CONTACT_FORMAT, type ExportedContact } from './exported-contact.contract.ts';
import { all, isoText, type ReadCall } from './exported-rows.ts';
import { readConversionsOf, readDealsOf } from './read-deals-of.ts';
import { readUnsent } from './read-unsent.ts';

/** Throws `not_found`. The row rule does not apply: only who may see every conversation gets here. */
export async function readContact(
  call: ReadCall,
  contactId: string,
  options: { notes: boolean },
): Promise<ExportedContact> {
  const { notes } = options;
  const { fields, ...contact } = await contactOf(call, contactId, notes);
  const labels = new Map((await readFields(call)).map((field) => [field.code, field.label]));
  return {
    format: CONTACT_FORMAT,
    exportedAt: iso(call.now),
    withNotes: notes,
    contact,
    fields: Object.entries(fields).map(([code, value]) => ({ code, label: labels.get(code) ?? code, value })),
    ...(await belongings(call, contactId)),
    tickets: await tickets(call, contactId, notes),
    deals: await readDealsOf(call, contactId, notes),
    conversions: await readConversionsOf(call, contactId),
    ...(await readUnsent(call, contactId, notes)),
    ...(await reachedBy(call, contactId)),
    chats: await chats(call, contactId),
  };
}

type Values = ExportedContact['fields'][number]['value'];

async function contactOf(
  call: ReadCall,
  id: string,
  notes: boolean,
): Promise<ExportedContact['contact'] & { fields: Record<string, Values> }> {
  const [row] = await all<ExportedContact['contact'] & { fields: Record<string, Values> }>(
    call,
    sql`
    select id, phone, wa_id as "waId", wa_user_id as "userId", username, profile_name as "profileName",
      first_name as "firstName", last_name as "lastName", email, language, consent,
      consent_source as "consentSource", consent_at as "consentAt", blocked_at as "blockedAt",
      unreachable_at as "unreachableAt", marketing_rests_until as "marketingRestsUntil",
      case when ${notes}::boolean then notes end as notes, source, last_inbound_at as "lastInboundAt",
      last_outbound_at as "lastOutboundAt", created_at as "createdAt", updated_at as "updatedAt", fields
    from contacts where workspace_id = ${call.workspaceId} and id = ${id} and erasing_at is null`,
  );
  if (!row) throw notFound('contact');
  return row;
}

async function belongings(call: ReadCall, id: string) {
  const of = sql`workspace_id = ${call.workspaceId} and contact_id = ${id}`;
  const tags = await all<{ name: string }>(
    call,
    sql`select t.name from (select * from contact_tags where ${of}) m
      join tags t on t.workspace_id = m.workspace_id and t.id = m.tag_id order by t.name`,
  );
  const lists = await all<ExportedContact['lists'][number]>(
    call,
    sql`select l.name, m.added_at as since from (select * from list_members where ${of}) m
      join lists l on l.workspace_id = m.workspace_id and l.id = m.list_id order by m.added_at`,
  );
  const [phoneBook = null] = await all<NonNullable<ExportedContact['phoneBook']>>(
    call,
    sql`select full_name as "fullName", at, removed from phone_book_entries where ${of}`,
  );
  const consentChanges = await all<ExportedContact['consentChanges'][number]>(
    call,
    sql`select consent, source, note, coalesce(actor ->> 'name', '') as by, at from consent_changes where ${of}
      order by at, id`,
  );
  return { tags: tags.map((tag) => tag.name), lists, phoneBook, consentChanges };
}

function tickets(call: ReadCall, id: string, notes: boolean): Promise<ExportedContact['tickets']> {
  return all(
    call,
    sql`
    select t.reference, t.title, t.description, t.priority, coalesce(s.name, t.status) as status,
      g.name as category, t.created_at as "createdAt", t.closed_at as "closedAt",
      coalesce((select jsonb_agg(jsonb_build_object('kind', e.kind, 'changes', e.changes, 'note', e.note,
          'by', coalesce(e.actor ->> 'name', ''), 'at', ${isoText(sql`e.at`)}) order by e.at, e.id)
        from ticket_entries e where e.workspace_id = t.workspace_id and e.ticket_id = t.id
          and (${notes}::boolean or e.kind <> 'noted')), '[]') as timeline
    from tickets t
      left join ticket_statuses s on s.workspace_id = t.workspace_id and s.code = t.status
      left join ticket_categories g on g.workspace_id = t.workspace_id and g.id = t.category_id
    where t.workspace_id = ${call.workspaceId} and t.contact_id = ${id} order by t.created_at, t.id`,
  );
}

/** What was sent to them in bulk, by SMS, and what they tapped. */
async function reachedBy(call: ReadCall, id: string) {
  const campaigns = await all<ExportedContact['campaigns'][number]>(
    call,
    sql`
    select c.id, c.name, coalesce(m.at, c.started_at, c.created_at) as at,
      case when r.state = 'started' then coalesce(m.state, 'queued') else r.state end as state, r.reason,
      r.replied_at as "repliedAt", r.clicked_at as "clickedAt", r.link_clicked_at as "linkClickedAt",
      r.opted_out_at as "optedOutAt"
    from campaign_recipients r
      join campaigns c on c.workspace_id = r.workspace_id and c.id = r.campaign_id
      left join messages m on m.workspace_id = r.workspace_id and m.id = r.message_id
    where r.workspace_id = ${call.workspaceId} and r.contact_id = ${id} order by 3, 1`,
  );
  const linkTaps = await all<ExportedContact['linkTaps'][number]>(
    call,
    sql`
    select l.destination, p.device, p.times, p.first_at as "firstAt", p.last_at as "lastAt"
    from conversations v
      join messages m on m.workspace_id = v.workspace_id and m.conversation_id = v.id
      join link_taps p on p.workspace_id = m.workspace_id and p.message_id = m.id
      join links l on l.workspace_id = p.workspace_id and l.id = p.link_id
    where v.workspace_id = ${call.workspaceId} and v.contact_id = ${id} order by p.first_at`,
  );
  const sms = await all<ExportedContact['sms'][number]>(
    call,
    sql`select created_at as at, phone, text, state, campaign_id as "campaignId" from sms_messages
      where workspace_id = ${call.workspaceId} and contact_id = ${id} order by created_at, id`,
  );
  return { campaigns, linkTaps, sms };
}

async function chats(call: ReadCall, id: string): Promise<ExportedContact['chats']> {
  const rows = await all<{ id: string; number: string }>(
    call,
    sql`select c.id, n.phone as number from conversations c
      join numbers n on n.workspace_id = c.workspace_id and n.id = c.number_id
    where c.workspace_id = ${call.workspaceId} and c.contact_id = ${id} order by c.created_at, c.id`,
  );
  return rows.map((row, at) => ({ ...row, folder: `chats/${at + 1}-${row.number.replace(/\D/g, '')}/` }));
}
