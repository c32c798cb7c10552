// The SQL on messages that we send: writing them, locking a batch, moving it forward.
import { sql } from 'kysely';
import { type Heard, packHeard } from './message-history.ts';
import type { OutgoingState } from './message-states.ts';
import type { MessageFailure, NewMessage, SendingCall } from './sending.types.ts';

export type MessageRow = NewMessage & { id: string; conversationId: string };

/** One insert for messages and one for their places in the queue. */
export async function insertQueued(call: SendingCall, rows: readonly MessageRow[]): Promise<void> {
  const written = rows.map((row) => ({
    workspace_id: call.workspaceId,
    id: row.id,
    conversation_id: row.conversationId,
    contact_id: row.contactId,
    number_id: row.numberId,
    direction: 'out',
    kind: row.content.type,
    content: row.shown === undefined ? row.content : { ...row.content, shown: row.shown },
    state: 'queued',
    reply_to_id: row.replyToId ?? null,
    author: row.author,
    campaign_id: row.campaignId ?? null,
    at: call.now,
    test: row.test ?? false,
    priority: row.priority,
    marketing: row.marketing ?? false,
    due_at: row.dueAt ?? call.now,
    time_to_live_seconds: row.timeToLiveSeconds ?? null,
  }));
  await sql`
    with given as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(written)}::jsonb) r(
        workspace_id uuid, id uuid, conversation_id uuid, contact_id uuid, number_id uuid, direction text, kind text,
        content jsonb, state text, reply_to_id uuid, author jsonb, campaign_id uuid, at timestamptz, test boolean,
        priority smallint, marketing boolean, due_at timestamptz, time_to_live_seconds int)
    ), written as (
      insert into messages (workspace_id, id, conversation_id, contact_id, number_id, direction, kind, content, state,
        reply_to_id, author, campaign_id, at, test)
      select workspace_id, id, conversation_id, contact_id, number_id, direction, kind, content, state,
        reply_to_id, author, campaign_id, at, test from given
    )
    insert into send_queue (workspace_id, message_id, number_id, contact_id, campaign_id, priority, marketing, due_at,
      time_to_live_seconds)
    select workspace_id, id, number_id, contact_id, campaign_id, priority, marketing, due_at, time_to_live_seconds
    from given`.execute(call.tx);
}

/** Of these conversations, those that stand in the inbox. */
export async function inInbox(call: SendingCall, conversationIds: readonly string[]): Promise<Set<string>> {
  const rows = await call.tx
    .selectFrom('conversations')
    .select('id')
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', sql<string>`any(${conversationIds}::uuid[])`)
    .where('in_inbox', '=', true)
    .execute();
  return new Set(rows.map((row) => row.id));
}

export type LockedMessage = {
  id: string;
  conversationId: string;
  contactId: string;
  numberId: string;
  campaignId: string | null;
  state: OutgoingState;
  providerId: string | null;
  /** Everything that was heard of it, packed (message-history.ts). */
  history: number[];
};

/**
 * Locks sent messages by our ids or the provider's, always in the order of ids, so that batches never deadlock. Locked
 * by plain values: a locking query that joins finds only some of its rows again after it has waited for a lock.
 */
export async function lockMessages(
  call: SendingCall,
  by: { ids: readonly string[]; providerIds?: readonly string[] },
): Promise<LockedMessage[]> {
  const ids = [...by.ids];
  if (by.providerIds && by.providerIds.length > 0) {
    const found = await sql<{ id: string }>`select id from messages
      where workspace_id = ${call.workspaceId} and provider_id = any(${by.providerIds}::text[])`.execute(
      call.tx,
    );
    ids.push(...found.rows.map((row) => row.id));
  }
  if (ids.length === 0) return [];
  const { rows } = await sql<LockedMessage>`
    select id, conversation_id as "conversationId", contact_id as "contactId", number_id as "numberId",
      campaign_id as "campaignId", state, provider_id as "providerId", history
    from messages
    where workspace_id = ${call.workspaceId} and direction = 'out' and id = any(${ids}::uuid[])
    order by id for no key update`.execute(call.tx);
  // Arrays of int8 come as text.
  return rows.map((row) => ({ ...row, history: row.history.map(Number) }));
}

export type MessageUpdate = {
  id: string;
  state: OutgoingState;
  /** Kept when the message has none yet. */
  providerId: string | null;
  failure: MessageFailure | null;
  sentAt: Date | null;
  deliveredAt: Date | null;
  readAt: Date | null;
  failedAt: Date | null;
  /** What was heard now, to be kept with what was heard before. */
  heard?: readonly Heard[];
};

/** Moves locked messages; a time once written stays, and a message that got through has no failure any more. */
export async function updateMessages(call: SendingCall, updates: readonly MessageUpdate[]): Promise<void> {
  if (updates.length === 0) return;
  await sql`
    update messages m set
      state = u.state,
      provider_id = coalesce(m.provider_id, u.provider_id),
      history = m.history || u.heard::int8[],
      failure_kind = case when u.state = m.state then m.failure_kind else u.failure_kind end,
      failure_code = case when u.state = m.state then m.failure_code else u.failure_code end,
      failure_text = case when u.state = m.state then m.failure_text else u.failure_text end,
      sent_at = coalesce(m.sent_at, u.sent_at),
      delivered_at = coalesce(m.delivered_at, u.delivered_at),
      read_at = coalesce(m.read_at, u.read_at),
      failed_at = coalesce(m.failed_at, u.failed_at)
    from unnest(
      ${updates.map((u) => u.id)}::uuid[], ${updates.map((u) => u.state)}::text[],
      ${updates.map((u) => u.providerId)}::text[], ${updates.map((u) => u.failure?.kind ?? null)}::text[],
      ${updates.map((u) => u.failure?.code ?? null)}::int[], ${updates.map((u) => u.failure?.text ?? null)}::text[],
      ${updates.map((u) => u.sentAt)}::timestamptz[], ${updates.map((u) => u.deliveredAt)}::timestamptz[],
      ${updates.map((u) => u.readAt)}::timestamptz[], ${updates.map((u) => u.failedAt)}::timestamptz[],
      ${updates.map((u) => `{${packHeard(u.heard ?? []).join(',')}}`)}::text[]
    ) u(id, state, provider_id, failure_kind, failure_code, failure_text, sent_at, delivered_at, read_at, failed_at,
      heard)
    where m.workspace_id = ${call.workspaceId} and m.id = u.id`.execute(call.tx);
}

/** Deletes messages that never left, after their places in the queue were taken away. */
export async function deleteUnsent(call: SendingCall, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`delete from messages where workspace_id = ${call.workspaceId} and id = any(${ids}::uuid[])
    and state = 'queued'`.execute(call.tx);
}
