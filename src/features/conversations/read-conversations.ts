// Reads conversations as the contract shows them; the row rule is part of every query.
import { type RawBuilder, sql } from 'kysely';
import { displayName } from '#features/contacts/contacts.ts';
import { type VisibleThreads, visibleThreads } from '#features/threads/threads.ts';
import { notFound } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';
import { iso } from '#operations/operation.ts';
import type { Conversation, INBOX_SHOWS } from './conversation-shapes.contract.ts';

type ReadCall = Pick<Call, 'tx' | 'workspaceId' | 'permissions' | 'userId'>;

type Row = {
  id: string;
  numberId: string;
  unreadCount: number;
  lastMessageAt: Date | null;
  lastMessagePreview: string;
  lastDirection: 'in' | 'out' | null;
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
};

/** What part of the inbox: all but `unread`, `closed` and `snoozed` show what is open and not snoozed. */
export type InboxShow = (typeof INBOX_SHOWS)[number];

export type ConversationFilter = {
  show: InboxShow;
  search?: string | undefined;
  numberId?: string | undefined;
  contactId?: string | undefined;
};

/** Place in the list: of the last row seen. */
export type After = { at: string; id: string };

/** The inbox, latest first. */
export function readInbox(
  call: ReadCall,
  filter: ConversationFilter,
  limit: number,
  after?: After,
): Promise<Conversation[]> {
  const conditions = [sql<boolean>`c.in_inbox`, ...conditionsOf(call, filter)];
  if (after) conditions.push(sql`(c.last_message_at, c.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  return readRows(
    call,
    visibleThreads(call),
    sql`${sql.join(conditions, sql` and `)} order by c.last_message_at desc, c.id desc limit ${limit}`,
  );
}

/** Throws `not_found` when there is none, or none that the caller may see. */
export async function readConversation(call: ReadCall, id: string): Promise<Conversation> {
  const [conversation] = await readRows(call, visibleThreads(call), sql`c.id = ${id}`);
  if (!conversation) throw notFound('conversation');
  return conversation;
}

/** Unread conversations that the caller may see, counted up to `most`. */
export async function countUnread(call: ReadCall, most: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select 1 from conversations c where ${visibleThreads(call)} and c.in_inbox and c.unread_count > 0 limit ${most}
    ) unread`.execute(call.tx);
  return rows[0]!.count;
}

function conditionsOf(call: ReadCall, filter: ConversationFilter): RawBuilder<boolean>[] {
  const conditions: RawBuilder<boolean>[] = [];
  // Spelt as the indexes of conversations spell it, so that each of these is a walk along one.
  const atHand = sql<boolean>`c.state = 'open' and c.snoozed_until is null`;
  if (filter.show === 'unread') conditions.push(sql`c.unread_count > 0`);
  else if (filter.show === 'closed') conditions.push(sql`c.state = 'closed'`);
  else if (filter.show === 'snoozed') conditions.push(sql`c.snoozed_until is not null`);
  else if (filter.show !== 'any') conditions.push(atHand);
  if (filter.show === 'waiting') conditions.push(sql`c.waiting_since is not null`);
  if (filter.show === 'mine') conditions.push(assigned(sql`and a.user_id = ${call.userId}::uuid`));
  if (filter.show === 'unassigned') conditions.push(sql`not c.is_assigned`);
  if (filter.numberId) conditions.push(sql`c.number_id = ${filter.numberId}`);
  if (filter.contactId) conditions.push(sql`c.contact_id = ${filter.contactId}`);
  if (filter.search) conditions.push(found(call, patterns(filter.search)));
  return conditions;
}

/** People among whom the conversations are looked for; who searches for "a" learns to write more. */
const MOST_FOUND = 5_000;

/** The longest word narrows most: it goes through the index, the others are looked for in what it finds. */
function found(call: ReadCall, words: readonly string[]): RawBuilder<boolean> {
  const longest = words.reduce((a, b) => (b.length > a.length ? b : a), '%');
  return sql`c.contact_id in (select k.id from contacts_matching(${longest}, ${MOST_FOUND}) f(id)
    join contacts k on k.workspace_id = ${call.workspaceId} and k.id = f.id where k.search like all (${words}::text[]))`;
}

/** Each word must be somewhere in name or number; numbers are found with and without their marks. */
function patterns(search: string): string[] {
  const digits = search.replace(/[\s().-]/g, '');
  const words = /^\+?\d+$/.test(digits) ? [digits.replace(/^00/, '')] : search.split(/\s+/);
  return words.filter(Boolean).map((word) => `%${word.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`);
}

function assigned(more: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`exists (select from conversation_assignees a where a.workspace_id = c.workspace_id
    and a.conversation_id = c.id ${more})`;
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
        where a.workspace_id = c.workspace_id and a.conversation_id = c.id), '[]') as assignees
    from (select c.* from conversations c where ${visible} and ${where}) c
    join contacts k on k.workspace_id = c.workspace_id and k.id = c.contact_id
    order by c.last_message_at desc nulls last, c.id desc`.execute(call.tx);
  return rows.map((row) => ({
    id: row.id,
    numberId: row.numberId,
    unreadCount: row.unreadCount,
    lastMessageAt: iso(row.lastMessageAt),
    lastMessagePreview: row.lastMessagePreview,
    lastDirection: row.lastDirection,
    windowClosesAt: iso(row.windowClosesAt),
    contact: {
      id: row.contactId,
      name: displayName(row),
      phone: row.phone,
      consent: row.consent,
      blocked: row.blocked,
    },
    assignees: row.assignees,
    state: row.state,
    closeReason: row.closeReason,
    snoozedUntil: iso(row.snoozedUntil),
    waitingSince: iso(row.waitingSince),
  }));
}
