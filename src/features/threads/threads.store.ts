// The SQL on conversations: opening them, and what a message changes in them, in batches.
import { sql } from 'kysely';
import { newId } from '#kit/ids.ts';
import type { Call } from '#operations/call.ts';

export type ThreadCall = Pick<Call, 'tx' | 'workspaceId' | 'now'>;
export type ThreadEnds = { numberId: string; contactId: string };
type Thread = ThreadEnds & { id: string };

/** The key under which `openThreads` answers. */
export function threadKey({ numberId, contactId }: ThreadEnds): string {
  return `${numberId} ${contactId}`;
}

/**
 * The conversation of each pair, made where there is none. Answers ids by `threadKey`. `made`: the state of new ones;
 * closed for what is past, which waits for nobody.
 */
export async function openThreads(
  call: ThreadCall,
  ends: readonly ThreadEnds[],
  made: 'open' | 'closed' = 'open',
): Promise<Map<string, string>> {
  // Sorted, so that two batches at once lock rows in the same order.
  const wanted = [...new Map(ends.map((pair) => [threadKey(pair), pair])).entries()].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  if (wanted.length === 0) return new Map();
  const numbers = wanted.map(([, pair]) => pair.numberId);
  const contacts = wanted.map(([, pair]) => pair.contactId);
  const pairs = sql`unnest(${numbers}::uuid[], ${contacts}::uuid[]) p(number_id, contact_id)`;
  const find = async () => {
    const { rows } = await sql<Thread>`
      select c.id, c.number_id as "numberId", c.contact_id as "contactId"
      from ${pairs} join conversations c on c.workspace_id = ${call.workspaceId}
        and c.number_id = p.number_id and c.contact_id = p.contact_id`.execute(call.tx);
    return new Map(rows.map((row) => [threadKey(row), row.id]));
  };
  const found = await find();
  const missing = wanted.filter(([key]) => !found.has(key));
  if (missing.length === 0) return found;
  const { rows: fresh } = await sql<Thread>`
    insert into conversations (workspace_id, id, number_id, contact_id, state, closed_at, created_at)
    select ${call.workspaceId}, n.id, n.number_id, n.contact_id, ${made}, ${made === 'closed' ? call.now : null}::timestamptz,
      ${call.now}
    from unnest(${missing.map(() => newId())}::uuid[], ${missing.map(([, p]) => p.numberId)}::uuid[],
      ${missing.map(([, p]) => p.contactId)}::uuid[]) n(id, number_id, contact_id)
    on conflict (workspace_id, number_id, contact_id) do nothing
    returning id, number_id as "numberId", contact_id as "contactId"`.execute(call.tx);
  // Others made the rest meanwhile.
  if (fresh.length < missing.length) return find();
  for (const row of fresh) found.set(threadKey(row), row.id);
  return found;
}

/** What came in: `count` messages, the latest at `at` with this preview; `windowClosesAt` is 24 h after it. */
export type Received = {
  conversationId: string;
  at: Date;
  preview: string;
  count: number;
  windowClosesAt: Date;
};

/** One row per conversation. Late messages never move the conversation or its window back. */
export async function noteReceived(call: ThreadCall, received: readonly Received[]): Promise<void> {
  if (received.length === 0) return;
  const rows = inLockOrder(received);
  await sql`
    update conversations c set
      unread_count = c.unread_count + r.count,
      in_inbox = true,
      waiting_since = coalesce(c.waiting_since, r.at),
      window_closes_at = greatest(c.window_closes_at, r.closes),
      last_message_preview = case when r.at >= coalesce(c.last_message_at, '-infinity') then r.preview else c.last_message_preview end,
      last_direction = case when r.at >= coalesce(c.last_message_at, '-infinity') then 'in' else c.last_direction end,
      last_message_at = greatest(c.last_message_at, r.at)
    from unnest(${rows.map((r) => r.conversationId)}::uuid[], ${rows.map((r) => r.at)}::timestamptz[],
      ${rows.map((r) => r.preview)}::text[], ${rows.map((r) => r.count)}::int[],
      ${rows.map((r) => r.windowClosesAt)}::timestamptz[]) r(id, at, preview, count, closes)
    where c.workspace_id = ${call.workspaceId} and c.id = r.id`.execute(call.tx);
}

/**
 * `byHand`: a person wrote it, so the conversation belongs in the inbox, is open, and the customer waits no longer;
 * bulk messages leave it where it is.
 */
export type Sent = { conversationId: string; at: Date; preview: string; byHand: boolean };

/** One row per conversation. */
export async function noteSent(call: ThreadCall, sent: readonly Sent[]): Promise<void> {
  if (sent.length === 0) return;
  const rows = inLockOrder(sent);
  await sql`
    update conversations c set
      in_inbox = c.in_inbox or s.by_hand,
      waiting_since = case when s.by_hand then null else c.waiting_since end,
      last_message_preview = case when s.at >= coalesce(c.last_message_at, '-infinity') then s.preview else c.last_message_preview end,
      last_direction = case when s.at >= coalesce(c.last_message_at, '-infinity') then 'out' else c.last_direction end,
      last_message_at = greatest(c.last_message_at, s.at)
    from unnest(${rows.map((s) => s.conversationId)}::uuid[], ${rows.map((s) => s.at)}::timestamptz[],
      ${rows.map((s) => s.preview)}::text[], ${rows.map((s) => s.byHand)}::boolean[]) s(id, at, preview, by_hand)
    where c.workspace_id = ${call.workspaceId} and c.id = s.id`.execute(call.tx);
}

/** What is known of a conversation's past: its latest message, and nothing that anybody waits for. */
export type Past = { conversationId: string; at: Date; preview: string; direction: 'in' | 'out' };

/** Shows the conversations in the inbox as they are: not unread, not waiting, with no window. One row each. */
export async function notePast(call: ThreadCall, past: readonly Past[]): Promise<void> {
  if (past.length === 0) return;
  const rows = inLockOrder(past);
  await sql`
    update conversations c set
      in_inbox = true,
      last_message_preview = case when p.at >= coalesce(c.last_message_at, '-infinity') then p.preview else c.last_message_preview end,
      last_direction = case when p.at >= coalesce(c.last_message_at, '-infinity') then p.direction else c.last_direction end,
      last_message_at = greatest(c.last_message_at, p.at)
    from unnest(${rows.map((p) => p.conversationId)}::uuid[], ${rows.map((p) => p.at)}::timestamptz[],
      ${rows.map((p) => p.preview)}::text[], ${rows.map((p) => p.direction)}::text[]) p(id, at, preview, direction)
    where c.workspace_id = ${call.workspaceId} and c.id = p.id`.execute(call.tx);
}

/** Shows other first words of a conversation, if the message is still its latest. One row per message. */
export async function renewPreviews(
  call: ThreadCall,
  changed: readonly { conversationId: string; messageId: string; preview: string }[],
): Promise<void> {
  if (changed.length === 0) return;
  const rows = inLockOrder(changed);
  await sql`
    update conversations c set last_message_preview = r.preview
    from unnest(${rows.map((r) => r.conversationId)}::uuid[], ${rows.map((r) => r.messageId)}::uuid[],
      ${rows.map((r) => r.preview)}::text[]) r(id, message_id, preview)
    where c.workspace_id = ${call.workspaceId} and c.id = r.id and r.message_id = (
      select m.id from messages m where m.workspace_id = ${call.workspaceId} and m.conversation_id = r.id
        and m.kind <> 'system' order by m.at desc, m.id desc limit 1)`.execute(call.tx);
}

function inLockOrder<T extends { conversationId: string }>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => (a.conversationId < b.conversationId ? -1 : 1));
}
