// The SQL on the queue: claiming what is due, giving back, settling, withdrawing.
import { sql } from 'kysely';
import type { OutgoingContent } from '#whatsapp/outgoing-message.ts';
import type { OutgoingState } from './message-states.ts';
import type { Priority, SendingCall } from './sending.types.ts';

export type ClaimedMessage = {
  id: string;
  contactId: string | null;
  campaignId: string | null;
  priority: Priority;
  attempts: number;
  resends: number;
  state: OutgoingState;
  content: OutgoingContent;
  phone: string | null;
  userId: string | null;
  /** The provider's id of the quoted message. */
  replyTo: string | null;
  blocked: boolean;
  /** Needs consent, and the contact took it back. */
  unsubscribed: boolean;
};

/**
 * Claims up to `limit` due messages of a number for one tenure of its lane, answers before bulk. Committed before
 * the provider is called. `answersOnly` leaves bulk where it is.
 */
export async function claimDue(
  call: SendingCall,
  claim: { numberId: string; tenure: string; limit: number; answersOnly: boolean },
): Promise<ClaimedMessage[]> {
  const { rows } = await sql<ClaimedMessage>`
    with due as (
      select message_id from send_queue
      where number_id = ${claim.numberId} and workspace_id = ${call.workspaceId} and due_at <= ${call.now}
        and claimed_by is null and uncertain_since is null ${claim.answersOnly ? sql`and priority < 9` : sql``}
      order by priority, due_at limit ${claim.limit} for update skip locked
    ), claimed as (
      update send_queue q set claimed_by = ${claim.tenure}, claimed_at = ${call.now}, attempts = q.attempts + 1
      from due where q.workspace_id = ${call.workspaceId} and q.message_id = due.message_id
      returning q.message_id, q.campaign_id, q.priority, q.attempts, q.resends, q.marketing, q.due_at
    )
    select m.id, c.id as "contactId", q.campaign_id as "campaignId", q.priority, q.attempts, q.resends, m.state,
      m.content - 'shown' as content, coalesce(c.phone, '+' || c.wa_id) as phone, c.wa_user_id as "userId",
      quoted.provider_id as "replyTo", coalesce(c.blocked_at is not null, false) as blocked,
      coalesce(q.marketing and c.consent = 'unsubscribed', false) as unsubscribed
    from claimed q
      join messages m on m.workspace_id = ${call.workspaceId} and m.id = q.message_id
      left join contacts c on c.workspace_id = ${call.workspaceId} and c.id = m.contact_id
      left join messages quoted on quoted.workspace_id = ${call.workspaceId} and quoted.id = m.reply_to_id
    order by q.priority, q.due_at`.execute(call.tx);
  return rows;
}

/** Gives a tenure's messages back to the queue. `counted`: the attempt happened; otherwise it is taken back. */
export async function giveBack(
  call: SendingCall,
  tenure: string,
  rows: readonly { id: string; dueAt: Date; counted: boolean }[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    update send_queue q set claimed_by = null, claimed_at = null, due_at = r.due_at,
      attempts = case when r.counted then q.attempts else greatest(0, q.attempts - 1) end
    from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.dueAt)}::timestamptz[],
      ${rows.map((r) => r.counted)}::boolean[]) r(id, due_at, counted)
    where q.workspace_id = ${call.workspaceId} and q.message_id = r.id and q.claimed_by = ${tenure}`.execute(
    call.tx,
  );
}

/**
 * Gives back what a tenure claimed and certainly did not send, also where its successor holds it for uncertain
 * already.
 */
export async function giveBackUntried(
  call: SendingCall,
  tenure: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    update send_queue set claimed_by = null, claimed_at = null, uncertain_since = null, due_at = ${call.now},
      attempts = greatest(0, attempts - 1)
    where workspace_id = ${call.workspaceId} and message_id = any(${ids}::uuid[])
      and (claimed_by = ${tenure} or (claimed_by is null and uncertain_since is not null and may_resend))`.execute(
    call.tx,
  );
}

/** Lets messages wait, until `until`, for a status that proves that they left. */
export async function awaitProof(
  call: SendingCall,
  tenure: string,
  ids: readonly string[],
  until: Date,
): Promise<void> {
  if (ids.length === 0) return;
  await sql`update send_queue set claimed_by = null, claimed_at = null, uncertain_since = ${call.now}, due_at = ${until}
    where workspace_id = ${call.workspaceId} and message_id = any(${ids}::uuid[]) and claimed_by = ${tenure}`.execute(
    call.tx,
  );
}

/** Takes settled messages out of the queue. */
export async function removeFromQueue(call: SendingCall, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`delete from send_queue where workspace_id = ${call.workspaceId} and message_id = any(${ids}::uuid[])`.execute(
    call.tx,
  );
}

/** Takes proven messages out of the queue, except those whose call is under way: its end does that. */
export async function removeProven(call: SendingCall, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`delete from send_queue where workspace_id = ${call.workspaceId} and message_id = any(${ids}::uuid[])
    and claimed_by is null`.execute(call.tx);
}

/** What tenures that ended left behind, claimed and never settled; from now on it is this tenure's. */
export async function adoptClaims(
  call: SendingCall,
  lane: { numberId: string; tenure: string },
): Promise<ClaimLeft[]> {
  const { rows } = await sql<ClaimLeft>`
    update send_queue set claimed_by = ${lane.tenure}
    where number_id = ${lane.numberId} and workspace_id = ${call.workspaceId}
      and claimed_by is not null and claimed_by <> ${lane.tenure}
    returning message_id as id, attempts, campaign_id as "campaignId"`.execute(call.tx);
  return rows;
}

export type ClaimLeft = Pick<ClaimedMessage, 'id' | 'attempts' | 'campaignId'>;

export type WaitedOut = {
  id: string;
  uncertainSince: Date;
  resends: number;
  mayResend: boolean;
};

/** Uncertain messages whose wait is over. */
export async function waitedOut(call: SendingCall, numberId: string): Promise<WaitedOut[]> {
  const { rows } = await sql<WaitedOut>`
    select message_id as id, uncertain_since as "uncertainSince", resends, may_resend as "mayResend"
    from send_queue
    where number_id = ${numberId} and workspace_id = ${call.workspaceId} and uncertain_since is not null
      and claimed_by is null and due_at <= ${call.now}
    order by message_id limit 500 for update skip locked`.execute(call.tx);
  return rows;
}

/** Sends uncertain messages again: they are due at once. */
export async function resend(call: SendingCall, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`update send_queue set uncertain_since = null, due_at = ${call.now}, resends = resends + 1
    where workspace_id = ${call.workspaceId} and message_id = any(${ids}::uuid[])`.execute(call.tx);
}

/** Moves the end of the wait. */
export async function waitLonger(call: SendingCall, ids: readonly string[], until: Date): Promise<void> {
  if (ids.length === 0) return;
  await sql`update send_queue set due_at = ${until}
    where workspace_id = ${call.workspaceId} and message_id = any(${ids}::uuid[])`.execute(call.tx);
}

/**
 * Takes away what a campaign has queued and nobody is sending, and forbids a second sending of what is uncertain.
 * Rows that are being worked on are skipped: call again until `queuedOf` says none.
 */
export async function takeBackQueued(
  call: SendingCall,
  campaignId: string,
): Promise<{ id: string; contactId: string }[]> {
  await sql`
    update send_queue set may_resend = false, uncertain_since = coalesce(uncertain_since, ${call.now}::timestamptz)
    where workspace_id = ${call.workspaceId} and campaign_id = ${campaignId} and claimed_by is null and may_resend
      and (uncertain_since is not null or resends > 0)`.execute(call.tx);
  const { rows } = await sql<{ id: string; contactId: string }>`
    delete from send_queue q using (
      select message_id from send_queue
      where workspace_id = ${call.workspaceId} and campaign_id = ${campaignId}
        and claimed_by is null and uncertain_since is null and resends = 0
      for update skip locked
    ) free
    where q.workspace_id = ${call.workspaceId} and q.message_id = free.message_id
    returning q.message_id as id, q.contact_id as "contactId"`.execute(call.tx);
  return rows;
}

/** How many messages of a campaign are in the queue, claimed and uncertain ones included. */
export async function queuedOf(call: SendingCall, campaignId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from send_queue
    where workspace_id = ${call.workspaceId} and campaign_id = ${campaignId}`.execute(call.tx);
  return rows[0]?.count ?? 0;
}
