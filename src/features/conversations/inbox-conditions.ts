// Turns a filter of the inbox into conditions on `conversations c`, spelt as the indexes spell them.
import { type RawBuilder, sql } from 'kysely';
import type { Call } from '#operations/call.ts';
import type { InboxFilter } from './inbox-filter.contract.ts';

type FilterCall = Pick<Call, 'workspaceId' | 'userId' | 'now'>;
type Condition = RawBuilder<boolean>;

const HOUR_MS = 3_600_000;
const CLOSING_MS = 2 * HOUR_MS;
const WINDOW_MS = 24 * HOUR_MS;
/** People among whom the conversations are looked for; who searches for "a" learns to write more. */
const MOST_FOUND = 5_000;

/** What all of them hold; the row rule is not among them. */
export function inboxConditions(call: FilterCall, filter: InboxFilter): Condition[] {
  const { tagIds, listIds, assigneeIds, numberIds, consent, window } = filter;
  const conditions = [sql<boolean>`c.in_inbox`, ...ofShow(call, filter.show)];
  if (numberIds?.length) conditions.push(sql`c.number_id = any(${numberIds}::uuid[])`);
  if (filter.contactId) conditions.push(sql`c.contact_id = ${filter.contactId}`);
  if (tagIds?.length)
    conditions.push(sql`exists (select from contact_tags t
    where t.workspace_id = c.workspace_id and t.contact_id = c.contact_id and t.tag_id = any(${tagIds}::uuid[]))`);
  if (listIds?.length)
    conditions.push(sql`exists (select from list_members m
    where m.workspace_id = c.workspace_id and m.contact_id = c.contact_id and m.list_id = any(${listIds}::uuid[]))`);
  if (consent?.length)
    conditions.push(sql`exists (select from contacts k
    where k.workspace_id = c.workspace_id and k.id = c.contact_id and k.consent = any(${consent}::text[]))`);
  if (assigneeIds?.length) conditions.push(lookedAfterBy(assigneeIds));
  if (window?.length) conditions.push(either(window.map((state) => ofWindow(call, state))));
  if (filter.search) conditions.push(found(call, patterns(filter.search)));
  return conditions;
}

function ofShow(call: FilterCall, show: InboxFilter['show']): Condition[] {
  const atHand = sql<boolean>`c.state = 'open' and c.snoozed_until is null`;
  switch (show) {
    case 'unread':
      return [sql`c.unread_count > 0`];
    case 'closed':
      return [sql`c.state = 'closed'`];
    case 'snoozed':
      return [sql`c.snoozed_until is not null`];
    case 'any':
      return [];
    case 'waiting':
      return [atHand, sql`c.waiting_since is not null`];
    case 'unassigned':
      return [atHand, sql`not c.is_assigned`];
    case 'mine':
      return [atHand, assignedTo(call.userId === null ? [] : [call.userId])];
    default:
      return [atHand];
  }
}

function lookedAfterBy(assigneeIds: readonly string[]): Condition {
  const people = assigneeIds.filter((id) => id !== 'nobody');
  const ways: Condition[] = [];
  if (people.length > 0) ways.push(assignedTo(people));
  if (people.length < assigneeIds.length) ways.push(sql`not c.is_assigned`);
  return either(ways);
}

function assignedTo(userIds: readonly string[]): Condition {
  return sql<boolean>`exists (select from conversation_assignees a where a.workspace_id = c.workspace_id
    and a.conversation_id = c.id and a.user_id = any(${userIds}::uuid[]))`;
}

/** An open window has had a message within 24 hours: saying so lets the walk along the list end there. */
function ofWindow({ now }: FilterCall, state: NonNullable<InboxFilter['window']>[number]): Condition {
  const recent = sql`c.last_message_at > ${new Date(now.getTime() - WINDOW_MS)}`;
  if (state === 'closed') return sql`(c.window_closes_at is null or c.window_closes_at <= ${now})`;
  if (state === 'open') return sql`(c.window_closes_at > ${now} and ${recent})`;
  const soon = new Date(now.getTime() + CLOSING_MS);
  return sql`(c.window_closes_at > ${now} and c.window_closes_at <= ${soon} and ${recent})`;
}

function either(conditions: readonly Condition[]): Condition {
  return sql<boolean>`(${sql.join(conditions, sql` or `)})`;
}

/** The longest word narrows most: it goes through the index, the others are looked for in what it finds. */
function found(call: FilterCall, words: readonly string[]): Condition {
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
