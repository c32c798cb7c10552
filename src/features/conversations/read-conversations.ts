// Reads conversations as the contract shows them; the row rule is part of every query.
import { type RawBuilder, sql } from 'kysely';
import { displayName } from '#features/contacts/contacts.ts';
import { type VisibleThreads, visibleThreads } from '#features/threads/threads.ts';
import { notFound } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';
import { iso } from '#operations/operation.ts';
import type { Conversation } from './conversation-shapes.contract.ts';
import { inboxConditions } from './inbox-conditions.ts';
import type { InboxFilter } from './inbox-filter.contract.ts';

type ReadCall = Pick<Call, 'tx' | 'workspaceId' | 'permissions' | 'userId' | 'now'>;

type Row = {
  id: string;
  numberId: string;
  unreadCount: number;
  lastMessageAt: Date | null;
  lastMessagePreview: string;
  lastDirection: 'in' | 'out' | null;
  lastState: Conversation['lastState'];
  draft: string | null;
  tags: Conversation['contact']['tags'];
  windowClosesAt: Date | null;
  contactId: string;
  first_name: string;
  last_name: string;
  profile_name: string | null;
  username: string | null;
  wa_id: string | null;
  wa_user_id: string | null;
  phone: string | null;
  consent: Conversation['contact']['consent'];
  blocked: boolean;
  assignees: Conversation['assignees'];
  state: Conversation['state'];
  closeReason: string | null;
  snoozedUntil: Date | null;
  waitingSince: Date | null;
  scheduledAt: Date | null;
  notSent: boolean;
};

/** Place in the list: of the last row seen. */
export type After = { at: string; id: string };

/** The inbox, latest first. */
export function readInbox(
  call: ReadCall,
  filter: InboxFilter,
  limit: number,
  after?: After,
): Promise<Conversation[]> {
  const conditions = inboxConditions(call, filter);
  if (after) conditions.push(sql`(c.last_message_at, c.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  return readRows(
    call,
    visibleThreads(call),
    sql`${sql.join(conditions, sql` and `)} order by c.last_message_at desc, c.id desc limit ${limit}`,
  );
}

/** Ids of those that hold the filter, latest first. */
export async function readMatching(call: ReadCall, filter: InboxFilter, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from conversations c where ${visibleThreads(call)}
      and ${sql.join(inboxConditions(call, filter), sql` and `)}
    order by c.last_message_at desc, c.id desc limit ${most}`.execute(call.tx);
  return rows.map((row) => row.id);
}

/** Throws `not_found` when there is none, or none that the caller may see. */
export async function readConversation(call: ReadCall, id: string): Promise<Conversation> {
  const [conversation] = await readRows(call, visibleThreads(call), sql`c.id = ${id}`);
  if (!conversation) throw notFound('conversation');
  return conversation;
}

/** Conversations that hold the filter and that the caller may see, counted up to `most`. */
export async function countConversations(call: ReadCall, filter: InboxFilter, most: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select 1 from conversations c where ${visibleThreads(call)}
        and ${sql.join(inboxConditions(call, filter), sql` and `)} limit ${most}
    ) counted`.execute(call.tx);
  return rows[0]!.count;
}

async function readRows(
  call: ReadCall,
  visible: VisibleThreads,
  where: RawBuilder<unknown>,
): Promise<Conversation[]> {
  const { rows } = await sql<Row>`
    select c.id, c.number_id as "numberId", c.unread_count as "unreadCount", c.last_message_at as "lastMessageAt",
      c.last_message_preview as "lastMessagePreview", c.last_direction as "lastDirection",
      c.window_closes_at as "windowClosesAt", c.state, c.close_reason as "closeReason",
      c.snoozed_until as "snoozedUntil", c.waiting_since as "waitingSince", k.id as "contactId", k.first_name, k.last_name, k.profile_name,
      k.username, k.wa_id, k.wa_user_id, k.phone, k.consent, k.blocked_at is not null as blocked,
      coalesce((select jsonb_agg(jsonb_build_object('userId', u.id, 'name', u.name) order by a.assigned_at)
        from conversation_assignees a join users u on u.id = a.user_id
        where a.workspace_id = c.workspace_id and a.conversation_id = c.id), '[]') as assignees,
      coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name) order by g.name)
        from contact_tags t join tags g on g.workspace_id = t.workspace_id and g.id = t.tag_id
        where t.workspace_id = c.workspace_id and t.contact_id = c.contact_id), '[]') as tags,
      case when c.last_direction = 'out' then (select m.state from messages m
        where m.workspace_id = c.workspace_id and m.conversation_id = c.id and m.direction = 'out'
        order by m.at desc, m.id desc limit 1) end as "lastState",
      (select left(d.text, 200) from drafts d where d.workspace_id = c.workspace_id and d.conversation_id = c.id
        and d.user_id = ${call.userId}::uuid and d.side = 'reply') as draft,
      s."scheduledAt", s."notSent"
    from (select c.* from conversations c where ${visible} and ${where}) c
    join contacts k on k.workspace_id = c.workspace_id and k.id = c.contact_id
    cross join lateral (
      select min(s.send_at) filter (where s.state = 'waiting') as "scheduledAt",
        coalesce(bool_or(s.state = 'refused'), false) as "notSent"
      from scheduled_messages s where s.workspace_id = c.workspace_id and s.conversation_id = c.id
    ) s
    order by c.last_message_at desc nulls last, c.id desc`.execute(call.tx);
  return rows.map((row) => ({
    id: row.id,
    numberId: row.numberId,
    unreadCount: row.unreadCount,
    lastMessageAt: iso(row.lastMessageAt),
    lastMessagePreview: row.lastMessagePreview,
    lastDirection: row.lastDirection,
    lastState: row.lastState,
    draft: row.draft,
    windowClosesAt: iso(row.windowClosesAt),
    contact: {
      id: row.contactId,
      name: displayName(row),
      phone: row.phone,
      consent: row.consent,
      blocked: row.blocked,
      tags: row.tags,
    },
    assignees: row.assignees,
    state: row.state,
    closeReason: row.closeReason,
    snoozedUntil: iso(row.snoozedUntil),
    waitingSince: iso(row.waitingSince),
    scheduled: { nextAt: iso(row.scheduledAt), notSent: row.notSent },
  }));
}
